import type { PredicateArgs } from '../../../captions/claim.ts'
import type { Clip } from '../clip.ts'
import { all, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { meanOf, minus, norm, type Vec3 } from '../space.ts'

/**
 * What a person does where it is, on every frame of the ids: the scene says so at that time, and the silhouette has what
 * a body has that does it: feet off the ground, a hand over the crown that goes to and fro, an arm's width, a crown that
 * sinks or rises.
 */
export const acts: Rule<'acts'> = ({ args: { actor, verb }, frames: [from, to] }, clip) => {
  const kind = verb === 'stand' ? 'sit' : verb
  const told = actsOf(clip, actor).filter((act) => act.kind === kind)
  const why = { actor, verb, acts: told.length }
  // Where its own clock is in the clip: seconds at which it begins, for getting up at which it ends.
  const at = told.map((act) => {
    if (verb === 'stand') return act.kind === 'sit' ? (act.to ?? Number.NaN) : Number.NaN
    return act.from ?? 0
  })
  const said = at.some((seconds) => Math.abs(seconds * clip.fps - from) <= 0.3 * clip.fps)
  return all(
    plain(told.length > 0, why),
    plain(said || isCut(clip), why),
    SHOWS[verb](clip, actor, [from, to], why),
  )
}

/** A shot has a clock of its own. */
export function isCut(clip: Clip): boolean {
  return clip.index > 0
}

/** It sits from the first frame to the last. */
export function sitsAllTime(clip: Clip, actor: string): boolean {
  return actsOf(clip, actor).some((act) => act.kind === 'sit' && !act.from && act.to === undefined)
}

/** Its crown is low all the time, and where it sits is a seat's height. */
export const sits: Rule<'sits'> = ({ args }, clip) => seated(clip, args)

/** The same of whom the claim places on something. */
export function seated(clip: Clip, { actor, other }: PredicateArgs['sits']): Ruling {
  const seats = actsOf(clip, actor).filter(({ kind }) => kind === 'sit')
  const [seat] = seats
  const tops = stature(clip, actor, [0, clip.frames]).map(({ top }) => top)
  // While no hand is raised over it.
  const crown = tops.toSorted((a, b) => a - b)[tops.length >> 3] ?? Number.NaN
  const why = { actor, other, seats: seats.length }
  if (!seat || other === undefined) return all(plain(seat !== undefined, why), low(crown, why))
  const [own, its] = [clip.body(actor), clip.body(other)]
  const [a, b] = [own.middle(0), its.middle(0)]
  const apart = Math.hypot(a[0] - b[0], a[2] - b[2])
  const reach = Math.hypot(its.size(0)[0], its.size(0)[2]) / 2 + 0.75
  const base = b[1] - its.size(0)[1] / 2
  const height = seat.kind === 'sit' ? seat.seat : Number.NaN
  return all(
    low(crown, why),
    weigh(apart, { yes: reach, no: reach + 0.3 }, { ...why, apart }),
    plain(base < height && base + its.size(0)[1] > height - 0.15, { ...why, base, height }),
  )
}

const low = (crown: number, why: Ruling['why']) =>
  weigh(crown, { yes: 0.89, no: 0.95 }, { ...why, crown })

/** Frames [from, to) in which one who goes nowhere acts, by the clock of the scene. */
export function actStretches(clip: Clip, actor: string): [number, number][] {
  return actsOf(clip, actor).flatMap((act): [number, number][] => {
    const span = (from: number, to: number): [number, number] => [
      Math.max(0, from * clip.fps),
      Math.min(clip.frames, to * clip.fps),
    ]
    switch (act.kind) {
      case 'jump':
        return [span(act.from, act.from + 1.6)]
      case 'wave':
      case 'point':
        return [span(act.from ?? 0, (act.to ?? Infinity) + 0.4)]
      case 'sit':
        return [
          ...(act.from === undefined ? [] : [span(act.from, act.from + 1.2)]),
          ...(act.to === undefined ? [] : [span(act.to, act.to + 1.2)]),
        ]
    }
  })
}

function actsOf(clip: Clip, actor: string) {
  const [person] = clip.actors(actor)
  return person?.kind === 'person' ? (person.acts ?? []) : []
}

type Shows = (clip: Clip, actor: string, frames: [number, number], why: Ruling['why']) => Ruling

const SHOWS: Record<PredicateArgs['acts']['verb'], Shows> = {
  jump: (clip, actor, [from, to], why) => {
    const second = clip.fps
    const before = stature(clip, actor, [from - second / 2, from + 2])
    const ground = meanOf(before.map(({ foot }) => foot))
    const highest = Math.max(...stature(clip, actor, [from, to]).map(({ foot }) => foot))
    return weigh(highest - ground, { yes: 0.03, no: 0.008 }, { ...why, ground, highest })
  },
  wave: (clip, actor, [from, to], why) => {
    const half = clip.fps / 2
    const raised = stature(clip, actor, [from + half, to - half])
    const seated = actsOf(clip, actor).some((act) => act.kind === 'sit' && act.to === undefined)
    const tops = stature(clip, actor, [0, clip.frames]).map(({ top }) => top)
    const usual = seated ? Math.min(...tops) : 1
    const crown = meanOf(raised.map(({ top }) => top)) / usual
    // What is over the crown goes to and fro.
    const hand = raised.map(({ hand: x }) => x).filter((x) => !Number.isNaN(x))
    const turns = hand.filter((x, n) => {
      const [a, b] = [hand[n - 1], hand[n + 1]]
      return a !== undefined && b !== undefined && (x - a) * (b - x) < 0
    }).length
    return all(
      weigh(crown, { yes: 1.02, no: 0.995 }, { ...why, crown }),
      weigh(turns, { yes: 1, no: 0 }, { ...why, turns }),
    )
  },
  point: (clip, actor, [from, to], why) => {
    const half = clip.fps / 2
    const wide = meanOf(stature(clip, actor, [from + half, to - half]).map((one) => one.wide))
    return weigh(wide, { yes: 0.38, no: 0.34 }, { ...why, wide })
  },
  sit: (clip, actor, frames, why) => sinks(clip, actor, frames, 1, why),
  stand: (clip, actor, frames, why) => sinks(clip, actor, frames, -1, why),
}

function sinks(
  clip: Clip,
  actor: string,
  [from, to]: [number, number],
  way: 1 | -1,
  why: Ruling['why'],
): Ruling {
  const crown = (a: number, b: number) => meanOf(stature(clip, actor, [a, b]).map(({ top }) => top))
  const sunk = way * (crown(from - 3, from + 3) - crown(to - 3, to + 3))
  return weigh(sunk, { yes: 0.08, no: 0.03 }, { ...why, sunk })
}

/**
 * Edges of the silhouette in heights of the body as it would stand there, frame by frame where the whole of it is in the
 * picture; and where across its uppermost eighth has its middle.
 */
function stature(clip: Clip, actor: string, [from, to]: [number, number]) {
  const body = clip.body(actor)
  const found: { top: number; foot: number; wide: number; hand: number }[] = []
  for (let n = Math.max(0, Math.round(from)); n < Math.min(to, clip.frames); n++) {
    const mask = clip.mask(actor, n)
    const whole =
      mask && mask.left > 0.005 && mask.right < 0.995 && mask.top > 0.005 && mask.bottom < 0.995
    if (!whole) continue
    const middle = body.middle(n)
    const half: Vec3 = [0, body.size(n)[1] / 2, 0]
    const lens = clip.lens(n)
    const [low, high] = [
      lens.see(minus(middle, half)),
      lens.see([middle[0], middle[1] + half[1], middle[2]]),
    ]
    const tall = norm([((high.x - low.x) * clip.width) / clip.height, high.y - low.y, 0])
    found.push({
      top: (low.y - mask.top) / tall,
      foot: (low.y - mask.bottom) / tall,
      wide: ((mask.right - mask.left) * clip.width) / clip.height / tall,
      hand: overCrown(clip, actor, n, mask.top + 0.12 * tall),
    })
  }
  return found
}

/** Mean column of its pixels above a row, in shares of the picture. */
function overCrown(clip: Clip, actor: string, frame: number, row: number): number {
  const [ids, id] = [clip.ids(frame), clip.id(actor)]
  let [sum, count] = [0, 0]
  const last = Math.max(0, Math.floor(row * clip.height))
  for (let i = 0; i < last * clip.width; i++)
    if (ids[i] === id) [sum, count] = [sum + (i % clip.width), count + 1]
  return count > 0 ? sum / count / clip.width : Number.NaN
}
