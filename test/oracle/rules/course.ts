import { COUNTS } from '../numbers.ts'
import type { Clip } from '../clip.ts'
import { liftOver } from '../contact.ts'
import { isBusy, stretchesOf } from '../motion.ts'
import { all, any, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { leaves } from './meeting.ts'
import { isNextTo } from './place.ts'

/** In that third of the picture by the middle of its pixels in the first frame, and in the other in the last. */
export const shifts: Rule<'shifts'> = ({ args: { actor, from, to } }, clip) =>
  all(third(clip, actor, 0, from), third(clip, actor, clip.frames - 1, to))

function third(clip: Clip, actor: string, n: number, where: string): Ruling {
  const mask = clip.mask(actor, n)
  if (!mask) return { answer: 'unsure', why: { actor, n, mask: 'missing' } }
  const x = (mask.left + mask.right) / 2
  const why = { actor, n, where, x }
  if (where === 'center') return weigh(Math.abs(x - 0.5), { yes: 0.14, no: 0.22 }, why)
  return weigh(where === 'left' ? x : 1 - x, { yes: 0.4, no: 0.5 }, why)
}

/** Each of them is on the other in the first frame. */
export const begins: Rule<'begins'> = ({ args: { actors, other } }, clip) =>
  all(
    plain(actors.length > 0, { actors: actors.length }),
    ...actors.map((actor) => lies(clip, actor, other, 0)),
  )

/** Each of them is in that third of the picture in the first frame. */
export const beginsIn: Rule<'begins_in'> = ({ args: { actors, where } }, clip) =>
  all(
    plain(actors.length > 0, { actors: actors.length }),
    ...actors.map((actor) => third(clip, actor, 0, where)),
  )

/** Each of them is in that third of the picture in the last frame, as many as the word says. */
export const endsIn: Rule<'ends_in'> = ({ args: { actors, words, where } }, clip) => {
  const number = COUNTS.indexOf(words)
  return all(
    plain(number < 0 ? actors.length > 0 : number === actors.length, { words }),
    ...actors.map((actor) => third(clip, actor, clip.frames - 1, where)),
  )
}

/** Where it is in the last frame: on the other and hardly moving, or to one side of it by its pixels. */
export const ends: Rule<'ends'> = ({ args: { actor, relation, other } }, clip) => {
  const last = clip.frames - 1
  if (relation === 'on')
    return all(
      lies(clip, actor, other, last),
      plain(!isBusy(clip, actor, last - 1), { actor, busy: true }),
    )
  if (relation === 'next to') return isNextTo(clip, actor, other, last)
  return isBeside(clip, { actor, relation, other }, last)
}

/** To one side of the other by its pixels in the first frame. */
export const beginsBeside: Rule<'begins_beside'> = ({ args }, clip) => isBeside(clip, args, 0)

function isBeside(
  clip: Clip,
  { actor, relation, other }: { actor: string; relation: 'left of' | 'right of'; other: string },
  n: number,
): Ruling {
  const [a, b] = [clip.mask(actor, n), clip.mask(other, n)]
  if (!a || !b) return { answer: 'unsure', why: { actor, other, masks: 'missing' } }
  const gap = (b.left + b.right - a.left - a.right) / (b.right - b.left + a.right - a.left)
  return weigh(
    relation === 'left of' ? gap : -gap,
    { yes: 0.65, no: 0.2 },
    { actor, relation, other },
  )
}

function lies(clip: Clip, actor: string, other: string, n: number): Ruling {
  const lift = liftOver(clip, actor, other, n)
  const size = clip.body(actor).size(n)
  const why = { actor, other, n, lift }
  if (Number.isNaN(lift)) return plain(false, why)
  const reach = Math.max(0.04, 0.1 * size[1])
  return all(
    weigh(lift, { yes: reach, no: 2 * reach }, why),
    weigh(-lift, { yes: 0.4 * size[1] + 0.002, no: 0.6 * size[1] + 0.004 }, why),
  )
}

/** So many, and each of those that are named. */
export const fates: Rule<'fates'> = ({ args: { actors, words, end, at }, frames }, clip) => {
  const number = COUNTS.indexOf(words)
  return all(
    plain(number < 0 || number === actors.length, { words, actors: actors.length }),
    ...actors.map((actor) =>
      end === 'leaves'
        ? leaves({ args: { actor, side: at as 'left' }, frames }, clip)
        : ends({ args: { actor, relation: 'on', other: at }, frames }, clip),
    ),
  )
}

/** From the first frame in which it moves to the end of a stretch that a rest of half a second follows. */
export const lasts: Rule<'lasts'> = ({ args: { actor, seconds } }, clip) => {
  const [first, ...rest] = stretchesOf(clip, actor)
  if (!first) return plain(false, { actor, moves: false })
  const end = rest.reduce((to, [from, until]) => (from - to < clip.fps / 2 ? until : to), first[1])
  const [n, real] = [COUNTS.indexOf(seconds), (end - first[0]) / clip.fps]
  return weigh(Math.abs(real - n) / n, { yes: 0.3, no: 0.5 }, { actor, seconds, real })
}

/** One of those that are struck sets off at about that time. */
export const strikesAt: Rule<'strikes_at'> = ({ args: { others, seconds } }, clip) => {
  const n = COUNTS.indexOf(seconds)
  const starts = others.flatMap((other) =>
    stretchesOf(clip, other).map(([from]) => from / clip.fps),
  )
  return any(
    plain(false, { starts: starts.length }),
    ...starts.map((at) => weigh(Math.abs(at - n), { yes: 0.4, no: 0.7 }, { seconds, at })),
  )
}

/** By the heights of their bodies as they are posed first and last. */
export const taller: Rule<'taller'> = ({ args: { actor, other } }, clip) => {
  const high = (id: string) =>
    Math.min(...[0, clip.frames - 1].map((n) => clip.body(id).size(n)[1]))
  return weigh(high(actor) / high(other), { yes: 1.2, no: 1.05 }, { actor, other })
}
