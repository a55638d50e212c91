import type { Clip } from '../clip.ts'
import { spread } from '../clip.ts'
import { outlineContrast } from '../pixels.ts'
import { all, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { meanOf } from '../space.ts'
import { isCalledBy } from '../words.ts'

/**
 * It is there: pixels of its own in at least a quarter of the frames, and an outline that is seen: the two
 * sides of it differ along a fifth of its length, or it fills most of the picture.
 */
export const exists: Rule<'exists'> = ({ args: { actor } }, clip) => isSeen(clip, actor)

export function isSeen(clip: Clip, actor: string): Ruling {
  const frames = spread([0, clip.frames], 8)
  const least = Math.max(4, clip.width * clip.height * 1e-4)
  const shown = frames.filter((frame) => (clip.mask(actor, frame)?.area ?? 0) >= least)
  const there = weigh(shown.length / frames.length, { yes: 0.25, no: 0.05 }, { actor, least })
  if (there.answer !== 'true') return there
  const filled = meanOf(
    shown.map((n) => (clip.mask(actor, n)?.area ?? 0) / (clip.width * clip.height)),
  )
  if (filled > 0.3) return there
  const edges = shown.slice(0, 4).map((frame) => outlineContrast(clip, actor, frame))
  return weigh(meanOf(edges), { yes: 0.2, no: 0.05 }, { actor, edge: 'differs along this share' })
}

const NUMBER_WORDS: Record<string, [number, number]> = {
  one: [1, 1],
  two: [2, 2],
  three: [3, 3],
  four: [4, 4],
  five: [5, 5],
  six: [6, 6],
  seven: [7, 7],
  eight: [8, 8],
  nine: [9, 9],
  ten: [10, 10],
  several: [4, 12],
  'a dozen': [10, 14],
  'more than a dozen': [13, 30],
  'dozens of': [24, 1000],
}

/** Share of the picture from which a far or half hidden thing is made out for what it is, at its largest; and below which no one counts it. */
const COUNTED = { yes: 4e-4, no: 2e-4 }

/** So many of the noun are in the picture, and whoever the claim names is one of them. */
export const count: Rule<'count'> = ({ args: { actors, noun, words } }, clip) => {
  const range = NUMBER_WORDS[words]
  if (!range) return plain(false, { words })
  const within = (n: number) => n >= range[0] && n <= range[1]
  const called = clip.cast.filter((actor) => isCalledBy(clip, actor, noun))
  const wrong = actors.filter((actor) => !called.includes(actor))
  const seen = called.map((actor) =>
    actors.includes(actor)
      ? isSeen(clip, actor).answer
      : all(isSeen(clip, actor), weigh(largest(clip, actor), COUNTED)).answer,
  )
  const sure = seen.filter((answer) => answer === 'true').length
  const most = sure + seen.filter((answer) => answer === 'unsure').length
  const why = { called, wrong, sure, most }
  if (within(sure) && within(most))
    return all(plain(wrong.length === 0, why), plain(within(actors.length), why))
  return within(sure) || within(most) ? { answer: 'unsure', why } : plain(false, why)
}

/** Share of the picture that it covers at its largest. */
function largest(clip: Clip, actor: string): number {
  const areas = spread([0, clip.frames], 8).map((frame) => clip.mask(actor, frame)?.area ?? 0)
  return Math.max(...areas) / (clip.width * clip.height)
}
