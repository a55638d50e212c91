import type { Relation } from '../../../captions/claim.ts'
import { spread, type Clip } from '../clip.ts'
import { footOf, gapBetween, liftOver } from '../contact.ts'
import { depthOf, isScenery, subjectDistance } from '../depth.ts'
import { all, any, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { seated, sitsAllTime } from './acts.ts'
import { meanOf, medianOf, type Vec3 } from '../space.ts'

/** Where one is from another as the viewer sees it: most of the frames spread over the claim must agree. */
export const place: Rule<'place'> = ({ args: { actor, other, relation }, frames }, clip) => {
  const span = spread(frames, 5)
  const rulings = span.map((n) => RELATIONS[relation](clip, actor, other, n))
  return majority(rulings)
}

type Weigh = (clip: Clip, a: string, b: string, n: number) => Ruling
const RELATIONS: Record<Relation, Weigh> = {
  on: (clip, a, b, n) => {
    // Its feet are on the ground.
    if (sitsAllTime(clip, a) && !isGround(clip, b)) return seated(clip, { actor: a, other: b })
    const lift = liftOver(clip, a, b, n)
    const size = clip.body(a).size(n)
    const why = { a, b, n, lift }
    if (Number.isNaN(lift)) return plain(false, why)
    // What lies on a cloth, a track or a saucer lies on the table: 4 cm or a tenth of its height.
    const reach = Math.max(0.04, 0.1 * Math.min(size[1], 1.5))
    // It may sink in by a third of itself; a house dug into a slope still stands there.
    const sink = (isGround(clip, b) ? 0.8 : 0.35) * size[1] + 0.002
    return all(
      weigh(lift, { yes: reach, no: 1.6 * reach }, why),
      weigh(-lift, { yes: sink, no: 1.2 * sink }, why),
    )
  },
  above: (clip, a, b, n) => {
    const lift = clip.body(a).box(n).min[1] - clip.body(b).box(n).max[1]
    return all(
      plain(isOver(clip, a, b, n), { a, b, n, over: false }),
      weigh(lift, { yes: 0.01, no: -0.01 }, { a, b, n, lift }),
    )
  },
  in: (clip, a, b, n) => {
    const [foot, box] = [footOf(clip, a, n), clip.body(b).box(n)]
    const why = { a, b, n, foot, box }
    return all(
      plain(isOver(clip, a, b, n), why),
      plain(foot[1] > box.min[1] - 0.02 && foot[1] < box.max[1], why),
      plain(Math.max(...clip.body(a).size(n)) < Math.max(...clip.body(b).size(n)), why),
    )
  },
  'left of': (clip, a, b, n) => sideways(clip, a, b, n),
  'right of': (clip, a, b, n) => sideways(clip, b, a, n),
  'in front of': (clip, a, b, n) => nearer(clip, a, b, n),
  behind: (clip, a, b, n) => nearer(clip, b, a, n),
  'next to': isNextTo,
}

/** Not further apart than the smaller is large. */
export function isNextTo(clip: Clip, a: string, b: string, n: number): Ruling {
  const [p, q] = [clip.body(a).size(n), clip.body(b).size(n)]
  const small = Math.min(Math.max(...p), Math.max(...q))
  const { least } = gapBetween(clip, a, b, n)
  return weigh(least / small, { yes: 1, no: 1.4 }, { a, b, n, gap: least, small })
}

function isGround(clip: Clip, actor: string): boolean {
  return clip.actors(actor).every(({ kind }) => kind === 'ground')
}

/** The middle of the one is over the outline of the other. */
function isOver(clip: Clip, a: string, b: string, n: number): boolean {
  const [[x, , z], { min, max }] = [clip.body(a).middle(n), clip.body(b).box(n)]
  return x >= min[0] && x <= max[0] && z >= min[2] && z <= max[2]
}

/** Its pixels are to the left: middle from middle by 40 % of half the sum of the widths; false below 15 %. */
function sideways(clip: Clip, left: string, right: string, n: number): Ruling {
  const [a, b] = [clip.mask(left, n), clip.mask(right, n)]
  if (!a || !b) return { answer: 'unsure', why: { left, right, n, masks: 'missing' } }
  const half = (a.right - a.left + b.right - b.left) / 4
  const middle = (mask: typeof a) => (mask.left + mask.right) / 2
  return weigh((middle(b) - middle(a)) / half, { yes: 0.7, no: 0.3 }, { left, right, n })
}

/** Nearer to the camera by 2 %, with columns in common; where both are cut by each other, pixels show it too. */
function nearer(clip: Clip, front: string, back: string, n: number): Ruling {
  const [a, b] = [clip.mask(front, n), clip.mask(back, n)]
  if (!a || !b) return { answer: 'unsure', why: { front, back, n, masks: 'missing' } }
  const shared =
    (Math.min(a.right, b.right) - Math.max(a.left, b.left)) /
    Math.min(a.right - a.left, b.right - b.left)
  const [p, q] = [depthOf(clip, front, n), depthOf(clip, back, n)]
  const why = { front, back, n, depths: [p, q], shared }
  return all(weigh(q / p, { yes: 1.02, no: 1 }, why), weigh(shared, { yes: 0.2, no: 0 }, why))
}

/** True where 80 % of the frames are, false where half are false. */
function majority(rulings: Ruling[]): Ruling {
  const share = (answer: string) =>
    rulings.filter((ruling) => ruling.answer === answer).length / rulings.length
  const pick = (answer: string) => rulings.find((ruling) => ruling.answer === answer) as Ruling
  if (share('true') >= 0.8) return pick('true')
  if (share('false') >= 0.5) return pick('false')
  return { answer: 'unsure', why: (rulings.find(({ answer }) => answer !== 'true') as Ruling).why }
}

/** Its foot is off the floor by 30 cm, and a wall of the other's is right behind or beside it: within 12 cm. */
export const hangs: Rule<'hangs'> = ({ args: { actor, other } }, clip) => {
  const body = clip.body(actor)
  const { min, max } = body.box(0)
  const middle = body.middle(0)
  const ways: Vec3[] = [
    [1, 0, 0],
    [-1, 0, 0],
    [0, 0, 1],
    [0, 0, -1],
  ]
  const gaps = ways.flatMap((way) => {
    const half = way[0] === 0 ? (max[2] - min[2]) / 2 : (max[0] - min[0]) / 2
    return clip
      .body(other)
      .pierced(middle, way, 0)
      .filter(([, leave]) => leave >= 0)
      .map(([enter]) => Math.max(0, enter - half))
  })
  const floor = clip.body(other).box(0).min[1]
  const why = { actor, other, gaps: gaps.length }
  return all(
    weigh(min[1] - floor, { yes: 0.3, no: 0.1 }, { ...why, lift: 'metres over its foot' }),
    weigh(Math.min(Infinity, ...gaps), { yes: 0.12, no: 0.3 }, why),
  )
}

/** Where it is in the picture, by the middle of its pixels; near and far against what the picture is about. */
export const framed: Rule<'framed'> = ({ args: { actor, where }, frames }, clip) => {
  const span = spread(frames, 9).filter((n) => clip.mask(actor, n))
  if (span.length === 0) return plain(false, { actor, seen: 0 })
  const middle = (n: number) => {
    const mask = clip.mask(actor, n)
    return mask ? (mask.left + mask.right) / 2 : Number.NaN
  }
  const xs = span.map(middle)
  const why = { actor, where, from: Math.min(...xs), to: Math.max(...xs) }
  switch (where) {
    case 'left':
      return weigh(Math.max(...xs), { yes: 0.42, no: 0.5 }, why)
    case 'right':
      return weigh(Math.min(...xs), { yes: 0.58, no: 0.5 }, why)
    case 'center':
      return weigh(Math.max(...xs.map((x) => Math.abs(x - 0.5))), { yes: 0.15, no: 0.22 }, why)
    case 'foreground':
    case 'background': {
      const n = span[span.length >> 1] as number
      const ratio = depthOf(clip, actor, n) / subjectDepth(clip, n)
      if (where === 'background')
        return weigh(ratio, { yes: 1.2, no: 1 }, { ...why, ratio: 'to the subject' })
      // The subject itself may be what stands in front of all the rest.
      return all(
        any(
          weigh(ratio, { yes: 0.85, no: 1 }, { ...why, ratio: 'to the subject' }),
          weigh(nearShare(clip, actor, n), { yes: 0.6, no: 0.4 }, { ...why, farther: 'others' }),
        ),
        weigh(ratio, { yes: 1.05, no: 1.15 }, { ...why, ratio: 'to the subject' }),
      )
    }
  }
}

/** Share of the other things that are farther away than it. */
function nearShare(clip: Clip, actor: string, n: number): number {
  const own = depthOf(clip, actor, n)
  const others = clip.cast.filter(
    (one) => one !== actor && clip.mask(one, n) && !isScenery(clip, one),
  )
  return others.filter((one) => depthOf(clip, one, n) > own).length / Math.max(1, others.length)
}

/**
 * Metres to what the picture is about: the nearest of those that move and are large in it (half as large as the
 * largest of them); the bulk of what is seen where nothing moves.
 */
function subjectDepth(clip: Clip, n: number): number {
  const moments = spread([0, clip.frames], 5)
  const area = (actor: string) => meanOf(moments.map((m) => clip.mask(actor, m)?.area ?? 0))
  const movers = clip.cast.filter((actor) => clip.body(actor).moves && clip.mask(actor, n))
  const most = Math.max(0, ...movers.map(area))
  const large = movers.filter((actor) => area(actor) >= 0.5 * most)
  if (large.length === 0) return subjectDistance(clip, n)
  return Math.min(...large.map((actor) => depthOf(clip, actor, n)))
}

/** By their largest extents in the world, of what is posed: a fifth more is larger, a twentieth is not. */
export const larger: Rule<'larger'> = ({ args: { actor, other } }, clip) => {
  const size = (id: string) =>
    medianOf([0, clip.frames >> 1, clip.frames - 1].map((n) => Math.max(...clip.body(id).size(n))))
  return weigh(size(actor) / size(other), { yes: 1.15, no: 1.05 }, { actor, other })
}
