import type { Clip } from '../clip.ts'
import { actStretches, isCut } from './acts.ts'
import { isBusy, stretchesOf } from '../motion.ts'
import { all, any, plain, weigh, type Rule, type Ruling } from '../ruling.ts'

/**
 * Two things happen in time: `before` when the first is at rest again as the second sets off, `while` when both are
 * under way at once for a good part (30 %) of the shorter.
 */
export const order: Rule<'order'> = ({ args: { first, second, relation } }, clip) => {
  const busy = (actor: string) => {
    const moves = stretchesOf(clip, actor)
    return moves.length > 0 ? moves : actStretches(clip, actor)
  }
  const [a, b] = [busy(first), busy(second)]
  const why = { first, second, a: JSON.stringify(a), b: JSON.stringify(b) }
  if (isCut(clip) && [first, second].some((one) => actStretches(clip, one).length > 0))
    return { answer: 'unsure', why }
  if (a.length === 0 || b.length === 0) return plain(false, why)
  const pairs = a.flatMap((one) => b.map((other) => [one, other] as const))
  const rulings = pairs.map(([one, other]) => {
    if (relation === 'before')
      return weigh((other[0] - one[1]) / clip.fps, { yes: 0.05, no: -0.1 }, why)
    const shared = Math.min(one[1], other[1]) - Math.max(one[0], other[0])
    return weigh(
      shared / Math.min(one[1] - one[0], other[1] - other[0]),
      { yes: 0.3, no: 0.1 },
      why,
    )
  })
  return any(...rulings)
}

/** At rest in view for the 0.3 s before, under way after. */
export const starts: Rule<'starts'> = (said, clip) => turns(said.args.actor, said.frames, clip, 1)

/** Under way before, at rest in view for the 0.3 s after. */
export const stops: Rule<'stops'> = (said, clip) => turns(said.args.actor, said.frames, clip, -1)

function turns(actor: string, [from, to]: [number, number], clip: Clip, sign: 1 | -1): Ruling {
  const long = Math.round(0.3 * clip.fps)
  const span = (a: number, b: number) =>
    Array.from({ length: Math.max(0, b - a) }, (_, i) => a + i).filter(
      (n) => n >= 0 && n + 1 < clip.frames,
    )
  const [before, after] = [span(from - long, from), span(to, to + long)]
  const [rest, run] = sign === 1 ? [before, after] : [after, before]
  const busy = (frames: number[]) =>
    frames.filter((n) => isBusy(clip, actor, n)).length / frames.length
  const seen =
    [...before, ...after].filter((n) => clip.mask(actor, n)).length / (before.length + after.length)
  return all(
    weigh(busy(rest), { yes: 0.1, no: 0.5 }, { actor, rest: 'share of frames it moves in' }),
    weigh(busy(run), { yes: 0.8, no: 0.4 }, { actor, run: 'share of frames it moves in' }),
    weigh(seen, { yes: 0.9, no: 0.4 }, { actor, seen: 'share of frames' }),
  )
}

/** At rest or gone from the picture at about that time, and under way in it before. */
export const timed: Rule<'timed'> = ({ args: { actor, event, seconds } }, clip) => {
  const n = NUMBERS.indexOf(seconds)
  const shown = Array.from({ length: clip.frames }, (_, at) => at).filter((at) =>
    clip.mask(actor, at),
  )
  const last = shown.at(-1) ?? Number.NaN
  const ends =
    event === 'leaves'
      ? last < clip.frames - 1
        ? [last]
        : []
      : stretchesOf(clip, actor).map(([, to]) => to)
  return any(
    plain(false, { actor, event, ends: ends.length }),
    ...ends.map((at) =>
      weigh(Math.abs(at / clip.fps - n), { yes: 0.45, no: 0.75 }, { actor, seconds, at }),
    ),
  )
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six']
