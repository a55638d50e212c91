import type { Clip } from '../clip.ts'
import { gapBetween } from '../contact.ts'
import { isBusy } from '../motion.ts'
import { all, plain, weigh, type Rule } from '../ruling.ts'
import { medianOf, minus, norm } from '../space.ts'
import { COUNTS } from '../numbers.ts'
import { isCalledBy } from '../words.ts'

/** How far each is from where it was at that frame, metres. */
function away(clip: Clip, actor: string, from: number, to: number): number {
  return norm(minus(clip.body(actor).middle(to), clip.body(actor).middle(from)))
}

function framesIn(from: number, to: number, clip: Clip): number[] {
  const last = Math.min(clip.frames - 1, to)
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i)
}

/** What they are together by their common box. */
export function heapOf(clip: Clip, actors: string[]): { tall: number; flat: number; high: number } {
  const boxes = actors.map((actor) => clip.body(actor).box(0))
  const span = ([0, 1, 2] as const).map(
    (k) =>
      Math.max(...boxes.map(({ max }) => max[k])) - Math.min(...boxes.map(({ min }) => min[k])),
  ) as [number, number, number]
  const wide = Math.max(span[0], span[2])
  const one = medianOf(actors.map((actor) => clip.body(actor).size(0)[1]))
  return { tall: span[1] / wide, flat: wide / Math.min(span[0], span[2]), high: span[1] / one }
}

/** Higher together than one alone; a tower is tall, a wall flat; any is a stack; as many as are said, and each is one of the noun. */
export const stacked: Rule<'stacked'> = ({ args: { actors, noun, heap, words } }, clip) => {
  const { tall, flat, high } = heapOf(clip, actors)
  const why = { heap, tall, flat, high, words }
  return all(
    weigh(high, { yes: 1.7, no: 1.2 }, why),
    heap === 'tower' ? weigh(tall, { yes: 1.3, no: 1 }, why) : plain(true, why),
    heap === 'wall' ? weigh(flat, { yes: 2.4, no: 1.6 }, why) : plain(true, why),
    heap === 'wall' ? weigh(tall, { yes: 1.05, no: 1.3 }, why) : plain(true, why),
    plain(words === undefined || COUNTS.indexOf(words) === actors.length, why),
    plain(
      actors.every((actor) => isCalledBy(clip, actor, noun)),
      why,
    ),
  )
}

/** The one is near it while both rest; then it moves, and the thing goes up and away from it. */
export const throws: Rule<'throws'> = ({ args: { actor, other }, frames: [from, to] }, clip) => {
  const size = Math.max(...clip.body(other).size(0))
  const start = Math.max(0, from - 1)
  const near = gapBetween(clip, actor, other, start).least
  const span = framesIn(start, Math.max(to, start + clip.fps), clip)
  const busy = span.slice(0, 6).some((n) => isBusy(clip, actor, n))
  const heights = span.map((n) => clip.body(other).middle(n)[1])
  const rise = Math.max(...heights) - (heights[0] as number)
  const far = Math.max(...span.map((n) => gapBetween(clip, actor, other, n).least))
  const why = { actor, other, near, rise, far, size }
  return all(
    plain(busy, why),
    weigh(near / size, { yes: 0.2, no: 0.6 }, why),
    weigh(rise / size, { yes: 0.8, no: 0.3 }, why),
    weigh(far / size, { yes: 0.7, no: 0.2 }, why),
  )
}

/** Each ends lower than it lay, over or in a pocket of the table; and so many are named. */
export const pockets: Rule<'pockets'> = ({ args: { actors, noun, words } }, clip) => {
  const last = clip.frames - 1
  const holes = clip.cast.filter((one) => clip.actors(one).some(({ kind }) => kind === 'pocket'))
  const sunk = (actor: string) => {
    const [a, b] = [clip.body(actor).middle(0), clip.body(actor).middle(last)]
    return (a[1] - b[1]) / clip.body(actor).size(0)[1]
  }
  const over = (actor: string) =>
    holes.some((hole) => {
      const [box, p] = [clip.body(hole).box(last), clip.body(actor).middle(last)]
      return ([0, 2] as const).every((k) => p[k] >= box.min[k] - 0.01 && p[k] <= box.max[k] + 0.01)
    })
  const why = { actors, words }
  return all(
    plain(COUNTS.indexOf(words) === actors.length, why),
    ...actors.map((actor) =>
      plain(isCalledBy(clip, actor, noun) && over(actor), { ...why, actor }),
    ),
    ...actors.map((actor) => weigh(sunk(actor), { yes: 0.6, no: 0.2 }, { ...why, actor })),
  )
}

/** The first ones move before the last ones do; these get well away from where they hung; those between hardly do till then. */
export const relays: Rule<'relays'> = (
  { args: { actors, others, between, noun, words }, frames: [from, to] },
  clip,
) => {
  const row = [...actors, ...between, ...others]
  const places = row.map((actor) => clip.body(actor).middle(0))
  const gap = medianOf(places.slice(1).map((p, i) => norm(minus(p, places[i] as typeof p))))
  const span = framesIn(from, to, clip)
  const most = (actor: string) => Math.max(...span.map((n) => away(clip, actor, from, n))) / gap
  const leaves = (actor: string) =>
    span.find((n) => away(clip, actor, from, n) > 0.15 * gap) ?? Number.POSITIVE_INFINITY
  const called = row.every((actor) => isCalledBy(clip, actor, noun))
  const why = { row: row.join(' '), ways: row.map((one) => most(one).toFixed(2)).join(' ') }
  const [early, late] = [actors, others].map((some) => some.map(leaves)) as [number[], number[]]
  return all(
    plain(COUNTS.indexOf(words) === row.length && called, { ...why, words }),
    weigh(Math.min(...[...actors, ...others].map(most)), { yes: 0.7, no: 0.25 }, why),
    weigh(Math.max(0, ...between.map(most)), { yes: 0.45, no: 0.9 }, why),
    weigh((Math.min(...late) - Math.max(...early)) / clip.fps, { yes: 0.06, no: 0 }, why),
  )
}
