import type { Clip } from './clip.ts'
import type { Vec3 } from './space.ts'
import { heightOf } from './terrain.ts'

/** Heights of the tops of a body's solids under (or over) a point, found by a ray straight down; hills by their mesh. */
export function topsAt(clip: Clip, other: string, [x, , z]: Vec3, frame: number): number[] {
  const body = clip.body(other)
  const hills = body.solids.flatMap(({ part: { shape }, actor }) => {
    if (shape.kind !== 'terrain' || shape.relief === 'flat') return []
    const { position } = body.pose(actor, frame)
    return [position[1] + heightOf(shape, x - position[0], z - position[2])]
  })
  if (hills.length > 0) return hills
  const high = body.box(frame).max[1] + 1
  return body.pierced([x, high, z], [0, -1, 0], frame).map(([enter]) => high - enter)
}

/** Where a body's weight rests: the middle of the points of its lowest tenth. */
export function footOf(clip: Clip, actor: string, frame: number): Vec3 {
  const body = clip.body(actor)
  const { min, max } = body.box(frame)
  const low = min[1] + 0.1 * (max[1] - min[1])
  const points = body.points(frame).filter(([, y]) => y <= low)
  const sum = points.reduce((a, b) => [a[0] + b[0], a[1], a[2] + b[2]], [0, 0, 0] as Vec3)
  return [sum[0] / points.length, min[1], sum[2] / points.length]
}

/**
 * Metres from its foot down to what carries it there; negative where it sinks in, NaN where nothing of the
 * other is under it. The middle of its foot and the middle of its box are both tried: a table stands on legs.
 */
export function liftOver(clip: Clip, actor: string, other: string, frame: number): number {
  const [foot, middle] = [footOf(clip, actor, frame), clip.body(actor).middle(frame)]
  const tops = [foot, middle].flatMap((point) => topsAt(clip, other, point, frame))
  const lifts = tops.map((top) => foot[1] - top)
  return lifts.length === 0
    ? Number.NaN
    : lifts.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a))
}

/**
 * Distance between two bodies, metres: at least that of their boxes, at most that of the nearest two of the
 * points that stand for their surfaces.
 */
export function gapBetween(
  clip: Clip,
  a: string,
  b: string,
  frame: number,
): { least: number; most: number } {
  const [one, other] = [clip.body(a), clip.body(b)]
  const [boxA, boxB] = [one.box(frame), other.box(frame)]
  const least = Math.hypot(
    ...([0, 1, 2] as const).map((k) =>
      Math.max(0, boxA.min[k] - boxB.max[k], boxB.min[k] - boxA.max[k]),
    ),
  )
  const [p, q] = [thinned(one.points(frame)), thinned(other.points(frame))]
  let most = Number.POSITIVE_INFINITY
  for (const u of p)
    for (const v of q)
      most = Math.min(most, (u[0] - v[0]) ** 2 + (u[1] - v[1]) ** 2 + (u[2] - v[2]) ** 2)
  return { least, most: Math.max(least, Math.sqrt(most)) }
}

/** Every so many points, 600 at most: a tree has thousands. */
function thinned(points: Vec3[]): Vec3[] {
  const step = Math.ceil(points.length / 600)
  return step === 1 ? points : points.filter((_, i) => i % step === 0)
}
