import { subtract } from '../../take/pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import { placeOf } from './around.ts'
import { groundCurves } from './curves.ts'
import type { Target } from './motions.ts'
import { sizeChangeOf } from './stand.ts'
import { BOUNDS } from './thresholds.ts'
import { inDegrees, wrapped, type View } from './view.ts'

/** Where the camera keeps to as it follows: CameraBench's kinds of tracking shots. */
export type TrackingKind =
  | 'side'
  | 'tail'
  | 'lead'
  | 'front-side'
  | 'rear-side'
  | 'aerial'
  | 'arc'
  | 'pan'
  | 'tilt'

/** A camera that follows its subject. */
export interface Tracking {
  /** None when it is between two of them. */
  kinds: TrackingKind[]
  /** First and last frame of it, counted from the first view. */
  from: number
  until: number
  /** How the subject's size in the picture changes; undefined in the grey. */
  subject?: 'larger' | 'smaller' | 'same'
}

/** Heights of the picture: so far may the subject wander from its middle place. */
const WANDER = 0.15
/** Of the distance to the camera: so far must the subject go. */
const GOES = BOUNDS.translation.present
/** Of the subject's own way: so far must the camera go along with it, and at most. */
const ALONG = { least: 0.5, most: 1.5 }
/** A camera on an arc keeps its distance within this ratio. */
const ROUND = 1.25
/** Degrees of elevation over the subject from which it is aerial, and up to which it is beside it. */
const ELEVATION = { aerial: 45, beside: 38 }
/** Degrees between where the subject goes and where the camera is from it; what lies between is grey. */
const SIDES: readonly { kind: TrackingKind; from: number; to: number }[] = [
  { kind: 'lead', from: 0, to: 25 },
  { kind: 'front-side', from: 32, to: 58 },
  { kind: 'side', from: 68, to: 112 },
  { kind: 'rear-side', from: 122, to: 148 },
  { kind: 'tail', from: 155, to: 180 },
]
/** Seconds that it must last, and from one look to the next. */
const [LEAST, LOOK] = [1, 0.25]

/** The longest stretch of a shot in which the camera follows the target, which must be known and move itself. */
export function trackingOf(
  views: readonly View[],
  fps: number,
  { at }: Target,
): Tracking | undefined {
  if (!at) return undefined
  const points = views.map((_, n) => at(n))
  const stretches = framedStretches(views, points, Math.max(1, Math.round(LOOK * fps)))
  for (const { from, until } of stretches) {
    if ((until - from) / fps < LEAST) break
    const kinds = kindsOf(views.slice(from, until + 1), points.slice(from, until + 1), fps)
    if (!kinds) continue
    const subject = sizeOf(views, points, from, until)
    return { kinds, from, until, ...(subject && { subject }) }
  }
  return undefined
}

interface Stretch {
  from: number
  until: number
}

/** In which the target keeps its place in the picture; the longest first. */
function framedStretches(views: readonly View[], points: readonly Vec3[], step: number): Stretch[] {
  const places = views.map((view, n) => placeOf(points[n] as Vec3, view))
  const stretches: Stretch[] = []
  for (let from = 0; from < views.length; from += step) {
    let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
    let until = from
    for (; until < views.length; until++) {
      const place = places[until]
      if (!place) break
      left = Math.min(left, place.x)
      right = Math.max(right, place.x)
      low = Math.min(low, place.y)
      high = Math.max(high, place.y)
      if (right - left > 2 * WANDER || high - low > 2 * WANDER) break
    }
    stretches.push({ from, until: until - 1 })
  }
  return stretches.sort((a, b) => b.until - b.from - (a.until - a.from))
}

/** How the camera follows; undefined when it does not, or the target goes nowhere. */
function kindsOf(
  views: readonly View[],
  points: readonly Vec3[],
  fps: number,
): TrackingKind[] | undefined {
  const last = views.length - 1
  const arms = views.map(({ position }, n) => subtract(position, points[n] as Vec3))
  const far = Math.hypot(...(arms[0] as Vec3))
  const [gone, moved] = [
    subtract(points[last] as Vec3, points[0] as Vec3),
    subtract((views[last] as View).position, (views[0] as View).position),
  ]
  if (Math.hypot(...gone) < GOES * far) return undefined
  if (Math.hypot(...moved) <= BOUNDS.translation.absent * far) return turnsAlong(views)

  const headings = points.map((_, n) => headingAt(points, n, fps))
  const sides = arms.map((arm, n) => {
    const heading = headings[n]
    return heading === undefined ? undefined : wrapped(bearing(arm) - heading)
  })
  const round = Math.min(Math.abs(swept(sides)), Math.abs(swept(arms.map(bearing))))
  const distances = arms.map((arm) => Math.hypot(...arm))
  const keepsDistance = Math.max(...distances) <= ROUND * Math.min(...distances)
  const isArc = keepsDistance && round >= BOUNDS.around.present
  const along =
    (gone[0] * moved[0] + gone[1] * moved[1] + gone[2] * moved[2]) / Math.hypot(...gone) ** 2
  if (!isArc && (along < ALONG.least || along > ALONG.most)) return undefined

  const heights = arms.map(([x, y, z]) => inDegrees(Math.atan2(y, Math.hypot(x, z))))
  const kinds: TrackingKind[] = isArc ? ['arc'] : []
  if (Math.min(...heights) >= ELEVATION.aerial) return ['aerial', ...kinds]
  if (Math.max(...heights) > ELEVATION.beside || isArc) return kinds
  const found = SIDES.find(({ from, to }) =>
    [sides[0], sides[Math.floor(last / 2)], sides[last]].every(
      (side) => side !== undefined && Math.abs(side) >= from && Math.abs(side) <= to,
    ),
  )
  return found ? [found.kind] : []
}

/** Of a camera that stays where it is. */
function turnsAlong(views: readonly View[]): TrackingKind[] | undefined {
  const { pan, tilt } = groundCurves(views)
  const turned = (curve: number[]) => Math.max(...curve) - Math.min(...curve)
  const kinds: TrackingKind[] = [
    ...(turned(pan) >= BOUNDS.rotation.present ? (['pan'] as const) : []),
    ...(turned(tilt) >= BOUNDS.rotation.present ? (['tilt'] as const) : []),
  ]
  return kinds.length > 0 ? kinds : undefined
}

function sizeOf(
  views: readonly View[],
  points: readonly Vec3[],
  from: number,
  until: number,
): Tracking['subject'] {
  const [before, after] = [from, until].map((n) => {
    const { position, focal } = views[n] as View
    return focal / Math.max(Math.hypot(...subtract(position, points[n] as Vec3)), 1e-6)
  }) as [number, number]
  return sizeChangeOf(after / before)
}

/** Degrees from +Z towards +X of where it goes in the half second about a frame; undefined while it stays. */
function headingAt(points: readonly Vec3[], n: number, fps: number): number | undefined {
  const half = Math.max(1, Math.round(LOOK * fps))
  const [a, b] = [Math.max(n - half, 0), Math.min(n + half, points.length - 1)]
  const way = subtract(points[b] as Vec3, points[a] as Vec3)
  return Math.hypot(way[0], way[2]) > 1e-3 ? bearing(way) : undefined
}

function bearing([x, , z]: Vec3): number {
  return inDegrees(Math.atan2(x, z))
}

/** Degrees from the first to the last, the way they went. */
function swept(angles: readonly (number | undefined)[]): number {
  const known = angles.filter((angle) => angle !== undefined)
  return known.slice(1).reduce((sum, angle, i) => sum + wrapped(angle - (known[i] as number)), 0)
}
