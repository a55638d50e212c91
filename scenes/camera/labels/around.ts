import { vec3 } from 'gl-matrix'
import { add, subtract, times } from '../../take/pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import { aheadOf } from './curves.ts'
import { inDegrees, wrapped, type View } from './view.ts'

/** A camera on its way about a point that keeps its place in the picture. */
export interface Round {
  centre: Vec3
  /** Degrees about the centre, signed: to the right (seen from the camera) for an arc, up for a crane. */
  degrees: number
  /** Change of the distance to the centre over the distance at the start: level for an arc, through the air for a crane. */
  nearer: number
}

/** Of the picture's height: so far may the centre wander to a side (or upwards). */
const WANDER = 0.1
/** A way round bulges: of the bulge of a circle through so many degrees at least this. What goes straight trucks or rises. */
const BULGE = 0.5

/** The arc that these views make, about a known centre or the point where their level lines of sight meet. */
export function arcOf(views: readonly View[], known?: Vec3): Round | undefined {
  const centre = known ?? meetingPoint(views)
  if (!centre) return undefined
  const arms = views.map(({ position }) => subtract(position, centre))
  const bearings = arms.map(([x, , z]) => inDegrees(Math.atan2(x, z)))
  let degrees = 0
  for (let i = 1; i < bearings.length; i++)
    degrees += wrapped((bearings[i] as number) - (bearings[i - 1] as number))
  const ways = views.map(({ position: [x, , z] }): Vec3 => [x, 0, z])
  const places = views.map((view) => placeOf(centre, view)?.x)
  if (!keeps(places) || !bulges(ways, degrees)) return undefined
  const [first, last] = [arms[0] as Vec3, arms.at(-1) as Vec3].map(([x, , z]) => Math.hypot(x, z))
  return { centre, degrees, nearer: ((first as number) - (last as number)) / (first as number) }
}

/** The crane that these views make about a known centre, or about a point so far ahead that it keeps its place best. */
export function craneOf(
  views: readonly View[],
  known: Vec3 | undefined,
  distance: number,
): Round | undefined {
  const [start] = views as [View]
  const centre = known ?? add(start.position, times(start.forward, distance))
  const arms = views.map(({ position }) => subtract(position, centre))
  const heights = arms.map(([x, y, z]) => inDegrees(Math.atan2(y, Math.hypot(x, z))))
  const degrees = (heights.at(-1) as number) - (heights[0] as number)
  const ways = arms.map(([x, y, z]): Vec3 => [Math.hypot(x, z), y, 0])
  const places = views.map((view) => placeOf(centre, view)?.y)
  if (!keeps(places) || !bulges(ways, degrees)) return undefined
  const [first, last] = [vec3.length(arms[0] as Vec3), vec3.length(arms.at(-1) as Vec3)]
  return { centre, degrees, nearer: (first - last) / first }
}

/** In heights of the picture from its middle; undefined behind the camera. */
export function placeOf(
  point: Vec3,
  { position, forward, right, up, focal, axis: [x, y] = [0, 0] }: View,
): { x: number; y: number } | undefined {
  const arm = subtract(point, position)
  const depth = vec3.dot(arm, forward)
  if (depth <= 0) return undefined
  const scale = focal / (2 * depth)
  return { x: x + vec3.dot(arm, right) * scale, y: y + vec3.dot(arm, up) * scale }
}

function keeps(places: readonly (number | undefined)[]): boolean {
  const known = places.filter((place): place is number => place !== undefined)
  return known.length === places.length && Math.max(...known) - Math.min(...known) <= 2 * WANDER
}

/** Whether a way leaves its chord as one round a circle does: the sagitta over the chord is tan(angle / 4) / 2. */
function bulges(way: readonly Vec3[], degrees: number): boolean {
  const [a, b] = [way[0] as Vec3, way.at(-1) as Vec3]
  const chord = subtract(b, a)
  const length = vec3.length(chord)
  if (Math.abs(degrees) > 150) return true
  if (length < 1e-9) return false
  const off = way.map((point) => {
    const arm = subtract(point, a)
    return vec3.length(subtract(arm, times(chord, vec3.dot(arm, chord) / length ** 2)))
  })
  const expected = Math.tan((Math.abs(degrees) * Math.PI) / 720) / 2
  return Math.max(...off) / length >= BULGE * expected
}

/** The point, seen from above, that the level lines of sight pass closest by; undefined when they hardly turn or meet behind. */
function meetingPoint(views: readonly View[]): Vec3 | undefined {
  const [first, last] = [views[0], views.at(-1)]
  if (!first || !last) return undefined
  const [a, b] = [aheadOf(first), aheadOf(last)]
  if (Math.abs(a[0] * b[2] - a[2] * b[0]) < Math.sin(0.05)) return undefined
  // Least squares: the sum over the lines of (I - d d^T)(p - position) is zero.
  let [xx, xz, zz, bx, bz] = [0, 0, 0, 0, 0]
  for (const view of views) {
    const [dx, , dz] = aheadOf(view)
    const [px, , pz] = view.position
    const [mxx, mxz, mzz] = [1 - dx * dx, -dx * dz, 1 - dz * dz]
    xx += mxx
    xz += mxz
    zz += mzz
    bx += mxx * px + mxz * pz
    bz += mxz * px + mzz * pz
  }
  const determinant = xx * zz - xz * xz
  if (Math.abs(determinant) < 1e-12) return undefined
  const [x, z] = [(bx * zz - bz * xz) / determinant, (bz * xx - bx * xz) / determinant]
  const away = subtract([x, 0, z], [first.position[0], 0, first.position[2]])
  const reach = vec3.dot(away, a)
  // On the first line of sight: at the height that the camera looks at there.
  const y =
    first.position[1] +
    (first.forward[1] / Math.max(Math.hypot(first.forward[0], first.forward[2]), 1e-9)) * reach
  return reach > 0 ? [x, y, z] : undefined
}
