import type { Clip } from './clip.ts'
import { velocity } from './motion.ts'
import { minus, plus, scaled, type Vec3 } from './space.ts'
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

/** How far the one gets on against the other in the step that leads to a frame. */
function wayOn(clip: Clip, a: string, b: string, frame: number): Vec3 {
  return scaled(
    minus(velocity(clip, a, frame - 1, frame), velocity(clip, b, frame - 1, frame)),
    1 / clip.fps,
  )
}

/** Distance of their boxes at a frame; `ahead` shifts the first. */
export function boxGap(clip: Clip, a: string, b: string, frame: number, ahead: Vec3): number {
  const [boxA, boxB] = [clip.body(a).box(frame), clip.body(b).box(frame)]
  return Math.hypot(
    ...([0, 1, 2] as const).map((k) =>
      Math.max(0, boxA.min[k] + ahead[k] - boxB.max[k], boxB.min[k] - boxA.max[k] - ahead[k]),
    ),
  )
}

/**
 * A blow falls between two frames. Where two would be at fifths of the way to the next frame if both went on as they
 * came, as shifts of the first.
 */
export function stepsOn(clip: Clip, a: string, b: string, frame: number): Vec3[] {
  const way = wayOn(clip, a, b, frame)
  return [0.2, 0.4, 0.6, 0.8, 1].map((part) => scaled(way, part))
}

/**
 * Distance between two bodies, metres: at least that of their boxes, at most that of the nearest two of the
 * points that stand for their surfaces. `ahead` shifts the first.
 */
export function gapBetween(
  clip: Clip,
  a: string,
  b: string,
  frame: number,
  ahead: Vec3 = [0, 0, 0],
): { least: number; most: number } {
  const least = boxGap(clip, a, b, frame, ahead)
  const [one, other] = [clip.body(a), clip.body(b)]
  const [p, q] = [
    thinned(one.points(frame)).map((u) => plus(u, ahead)),
    thinned(other.points(frame)),
  ]
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
