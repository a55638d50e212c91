import type { Clip } from '../clip.ts'
import { boxGap, liftOver, stepsOn } from '../contact.ts'
import { down, endOf } from '../fate.ts'
import { stretchesOf, velocity } from '../motion.ts'
import { heapOf } from './machines.ts'
import { all, any, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { medianOf, minus, norm, type Vec3 } from '../space.ts'
import { isCalledBy } from '../words.ts'

/** So many of the rulings, as a share, hold for sure, or may. */
function most(rulings: Ruling[], yes: number, no: number, why: Ruling['why']): Ruling {
  const [sure, perhaps] = (['true', 'unsure'] as const).map(
    (answer) => rulings.filter((one) => one.answer === answer).length / Math.max(1, rulings.length),
  ) as [number, number]
  const measured = { ...why, sure, perhaps, of: rulings.length }
  if (sure >= yes) return { answer: 'true', why: measured }
  return { answer: sure + perhaps <= no ? 'false' : 'unsure', why: measured }
}

/** A pixel of it is in some frame. */
function isShown(clip: Clip, actor: string): boolean {
  return Array.from({ length: clip.frames }, (_, n) => n).some((n) => clip.mask(actor, n) !== null)
}

/** Words for a part of so many. */
const AMOUNTS: Record<string, (n: number, of: number) => boolean> = {
  all: (n, of) => n === of,
  most: (n, of) => n > of / 2 && n < of,
  several: (n) => n >= 3,
  some: (n, of) => n >= 1 && n < of,
  one: (n) => n === 1,
  two: (n) => n === 2,
  three: (n) => n === 3,
  four: (n) => n === 4,
  five: (n) => n === 5,
  six: (n) => n === 6,
  seven: (n) => n === 7,
  eight: (n) => n === 8,
  nine: (n) => n === 9,
  ten: (n) => n === 10,
}

/**
 * The others end down (or far away, or below where they were), and what set them off can be followed back to the actor: as
 * each sets off, something on the way from there is within a fifth of the smaller's size of it.
 */
export const knocks: Rule<'knocks'> = ({ args: { actor, others, noun, words, how } }, clip) => {
  const all_ = clip.cast.filter(
    (one) => one !== actor && isCalledBy(clip, one, noun) && isShown(clip, one),
  )
  const reached = reachOf(clip, actor)
  const fates = others.map((other) => {
    if (how === 'over') return down(clip, other)
    const end = endOf(clip, other)
    return how === 'apart'
      ? weigh(end.gone, { yes: 0.8, no: 0.3 }, { other, ...end })
      : weigh(end.sunk, { yes: 0.4, no: 0.1 }, { other, ...end })
  })
  const why = { actor, others, how, reached: [...reached].join(' ') }
  return all(
    plain(AMOUNTS[words]?.(others.length, Math.max(all_.length, others.length)) ?? false, {
      ...why,
      words,
    }),
    most(fates, 0.9, 0.6, why),
    most(
      others.map((other) => plain(reached.has(other))),
      0.8,
      0.3,
      why,
    ),
  )
}

/** Everyone whose setting off leads back to the actor. */
function reachOf(clip: Clip, actor: string): Set<string> {
  const offs = clip.cast
    .filter((one) => one !== actor && clip.body(one).moves)
    .flatMap((one) => {
      const [first] = stretchesOf(clip, one)
      return first ? [{ one, at: first[0] }] : []
    })
    .sort((a, b) => a.at - b.at)
  const found = new Set([actor])
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const { one, at } of offs)
      if (!found.has(one) && [...found].some((by) => isNear(clip, by, one, at))) found.add(one)
  }
  found.delete(actor)
  return found
}

/** Their boxes come within a fifth of the smaller's size a quarter second about that frame. */
function isNear(clip: Clip, by: string, one: string, at: number): boolean {
  const [a, b] = [clip.body(by), clip.body(one)]
  const reach = 0.2 * Math.min(Math.max(...a.size(0)), Math.max(...b.size(0)))
  const quarter = Math.round(clip.fps / 4)
  for (let n = Math.max(0, at - 3); n <= Math.min(clip.frames - 1, at + quarter); n++) {
    const steps: Vec3[] = [[0, 0, 0], ...stepsOn(clip, by, one, n)]
    const gaps = steps.map((ahead) => boxGap(clip, by, one, n, ahead))
    if (Math.min(...gaps) <= reach) return true
  }
  return false
}

/** All of them end down, each after its neighbour in the list set off; the picture of the last is that way from that of the first. */
export const chain: Rule<'chain'> = ({ args: { actors, direction } }, clip) => {
  const starts = actors.map((actor) => stretchesOf(clip, actor)[0]?.[0] ?? Number.NaN)
  const steps = starts.slice(1).map((at, i) => at - (starts[i] as number))
  const inOrder = steps.filter((step) => step >= -1).length / steps.length
  const places = actors.map((actor) => clip.body(actor).middle(0))
  const gaps = places.slice(1).map((p, i) => norm(minus(p, places[i] as typeof p)))
  const close = gaps.filter((gap) => gap <= 3 * medianOf(gaps)).length / gaps.length
  const seconds = ((starts.at(-1) as number) - (starts[0] as number)) / clip.fps
  const why = { actors: actors.length, starts: starts.join(' '), direction }
  return all(
    most(
      actors.map((actor) => down(clip, actor)),
      0.8,
      0.5,
      why,
    ),
    weigh(inOrder, { yes: 0.8, no: 0.5 }, why),
    weigh(close, { yes: 0.8, no: 0.5 }, why),
    weigh(seconds, { yes: 0.2, no: 0 }, why),
    direction ? runs(clip, actors, direction, why) : plain(true),
  )
}

function runs(clip: Clip, actors: string[], direction: string, why: Ruling['why']): Ruling {
  const [a, b] = [actors[0], actors.at(-1)].map((actor) =>
    clip.lens(0).see(clip.body(actor as string).middle(0)),
  ) as unknown as [{ x: number; depth: number }, { x: number; depth: number }]
  const across = b.x - a.x
  const farther = b.depth / a.depth - 1
  const measured = { ...why, across, farther }
  switch (direction) {
    case 'right':
      return weigh(across, { yes: 0.03, no: 0 }, measured)
    case 'left':
      return weigh(-across, { yes: 0.03, no: 0 }, measured)
    case 'away':
      return weigh(farther, { yes: 0.03, no: 0 }, measured)
    case 'toward':
      return weigh(-farther, { yes: 0.03, no: 0 }, measured)
    default:
      return plain(false, measured)
  }
}

/** Each that is named fell or stands, as said; the word fits their number among all of the noun. */
export const tally: Rule<'tally'> = ({ args: { actors, noun, words, state } }, clip) => {
  const called = clip.cast.filter((one) => isCalledBy(clip, one, noun) && isShown(clip, one))
  const rulings = actors.map((actor) => {
    const end = endOf(clip, actor)
    const why = { actor, ...end }
    if (state === 'fallen') return down(clip, actor)
    return all(
      weigh(end.top, { yes: 0.95, no: 0.8 }, why),
      weigh(end.sunk, { yes: 0.15, no: 0.3 }, why),
      weigh(end.gone, { yes: 0.8, no: 1.5 }, why),
    )
  })
  const why = { actors, words, state, of: called.length }
  return all(
    plain(AMOUNTS[words]?.(actors.length, called.length) ?? false, why),
    ...(rulings as [Ruling, ...Ruling[]]),
  )
}

/** They reach higher together than one alone; in the end lower, and a good part of them is down or elsewhere. */
export const collapses: Rule<'collapses'> = ({ args: { actors, heap } }, clip) => {
  const bodies = actors.map((actor) => clip.body(actor))
  const span = (frame: number) => {
    const boxes = bodies.map((body) => body.box(frame))
    return ([0, 1, 2] as const).map(
      (k) =>
        Math.max(...boxes.map(({ max }) => max[k])) - Math.min(...boxes.map(({ min }) => min[k])),
    ) as [number, number, number]
  }
  const [first, last] = [span(0), span(clip.frames - 1)]
  // Whatever is piled up is a stack.
  const { tall, flat } = heapOf(clip, actors)
  const is = heap === 'tower' ? tall >= 1.25 : heap === 'wall' ? flat >= 2.3 && tall <= 1.1 : true
  const one = medianOf(bodies.map((body) => body.size(0)[1]))
  const off = actors.map((actor) =>
    any(down(clip, actor), weigh(endOf(clip, actor).gone, { yes: 0.5, no: 0.2 })),
  )
  const why = { heap, is, first, last }
  return all(
    plain(is, why),
    weigh(first[1] / one, { yes: 1.8, no: 1.2 }, why),
    weigh(last[1] / first[1], { yes: 0.8, no: 0.95 }, why),
    most(off, 0.4, 0.15, why),
  )
}

/** It was on top of the other just before, and its lowest point gets well below where it was then. */
export const fallsOff: Rule<'falls_off'> = (
  { args: { actor, other }, frames: [from, to] },
  clip,
) => {
  const body = clip.body(actor)
  const height = body.size(0)[1]
  const before = Array.from({ length: Math.round(clip.fps / 2) }, (_, i) => from - i).filter(
    (n) => n >= 0,
  )
  const lifts = before
    .map((n) => Math.abs(liftOver(clip, actor, other, n)))
    .filter((n) => !Number.isNaN(n))
  const low = Math.min(
    ...Array.from(
      { length: Math.max(1, Math.min(to, clip.frames - 1) - from) },
      (_, i) => body.box(from + i + 1).min[1],
    ),
  )
  const drop = (body.box(from).min[1] - low) / height
  const why = { actor, other, lift: Math.min(...lifts), drop }
  return all(
    lifts.length === 0
      ? plain(false, why)
      : weigh(Math.min(...lifts) / height, { yes: 0.25, no: 0.8 }, why),
    weigh(drop, { yes: 0.35, no: 0.1 }, why),
  )
}

/** It came from higher up, by half its height, and is right over the other then. */
export const lands: Rule<'lands'> = ({ args: { actor, other }, frames: [from, to] }, clip) => {
  const body = clip.body(actor)
  const height = body.size(0)[1]
  const about = [from - 1, from, from + 1, to, to + 1, to + 2].filter(
    (n) => n >= 0 && n < clip.frames,
  )
  const lifts = about
    .map((n) => Math.abs(liftOver(clip, actor, other, n)))
    .filter((n) => !Number.isNaN(n))
  const boxes = [clip.body(other).box(from), body.box(to)] as const
  const apart = Math.hypot(
    ...([0, 1, 2] as const).map((k) =>
      Math.max(0, boxes[0].min[k] - boxes[1].max[k], boxes[1].min[k] - boxes[0].max[k]),
    ),
  )
  // The blow falls between two frames: half of what it goes in one is let go.
  const stride = norm(velocity(clip, actor, from - 2, from)) / clip.fps / 2
  const high = Math.max(...Array.from({ length: from + 1 }, (_, n) => body.middle(n)[1]))
  const drop = (high - body.middle(to)[1]) / height
  const why = { actor, other, lifts: lifts.map((n) => n.toFixed(3)).join(' '), drop, apart }
  return all(
    lifts.length === 0
      ? weigh((apart - stride) / height, { yes: 0.2, no: 0.5 }, why)
      : weigh((Math.min(...lifts) - stride) / height, { yes: 0.35, no: 0.9 }, why),
    weigh(drop, { yes: 0.4, no: 0.15 }, why),
  )
}

/** They are close about then, and its velocity turns there by a good part of itself. */
export const bounces: Rule<'bounces'> = ({ args: { actor, other }, frames: [from, to] }, clip) => {
  const [a, b] = [clip.body(actor), clip.body(other)]
  const size = Math.max(...a.size(0))
  const span = Array.from({ length: to - from + 2 }, (_, i) => from - 1 + i).filter(
    (n) => n >= 0 && n < clip.frames,
  )
  const gaps = span.map((n) => {
    const [p, q] = [a.box(n), b.box(n)]
    return Math.hypot(
      ...([0, 1, 2] as const).map((k) => Math.max(0, p.min[k] - q.max[k], q.min[k] - p.max[k])),
    )
  })
  const turns = span.map((n) => {
    const [came, went] = [velocity(clip, actor, n - 2, n), velocity(clip, actor, n, n + 2)]
    return norm(minus(went, came)) / Math.max(norm(came), 1e-6)
  })
  const stride = norm(velocity(clip, actor, from - 2, from)) / clip.fps / 2
  const gap = Math.max(0, Math.min(...gaps) - stride)
  const why = { actor, other, gap, turn: Math.max(...turns) }
  return all(
    weigh(gap / size, { yes: 0.15, no: 0.5 }, why),
    weigh(Math.max(...turns), { yes: 0.4, no: 0.15 }, why),
  )
}

/** It gets away from what it was near to all the time before. */
export const breaksOff: Rule<'breaks_off'> = ({ args: { actor }, frames: [from, to] }, clip) => {
  const body = clip.body(actor)
  const last = Math.min(clip.frames - 1, to)
  const away = norm(minus(body.middle(last), body.middle(from))) / Math.max(...body.size(from))
  return all(plain(body.moves, { actor }), weigh(away, { yes: 0.4, no: 0.1 }, { actor, away }))
}
