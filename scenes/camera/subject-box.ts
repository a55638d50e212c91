import { corners, type Bounds } from '../shape/bounds.ts'
import { place } from '../take/pose.ts'
import type { Vec3 } from '../schema/values.ts'
import type { Pose } from '../take/take.ts'

/** The box around what a shot is about, at one moment: upright in the frame of its pose. */
export interface SubjectBox {
  bounds: Bounds
  pose: Pose
  /** Its outermost points in the frame of the pose: what they cast on a picture is its outline there. */
  outline: readonly Vec3[]
  /** It has a head that must not be cut off. */
  isPerson: boolean
}

export function cornersOf({ bounds, pose }: SubjectBox): Vec3[] {
  return corners(bounds).map((corner) => place(corner, pose))
}

/** The outermost points in the world. */
export function outlineIn({ outline, pose }: SubjectBox): Vec3[] {
  return outline.map((point) => place(point, pose))
}

/** A point of the box by shares of its width, height and depth, 0..1 each. */
export function pointIn({ bounds: { min, max }, pose }: SubjectBox, shares: Vec3): Vec3 {
  return place(
    shares.map(
      (share, k) => (min[k] as number) + ((max[k] as number) - (min[k] as number)) * share,
    ) as Vec3,
    pose,
  )
}

/** Metres along a line from a point where it enters the box (0 when it begins inside); undefined where it misses it. */
export function entryOf(
  { bounds: { min, max } }: Pick<SubjectBox, 'bounds'>,
  from: Vec3,
  way: Vec3,
): { enters: number; leaves: number } | undefined {
  let [enters, leaves] = [-Infinity, Infinity]
  for (const k of [0, 1, 2] as const) {
    if (Math.abs(way[k]) < 1e-12) {
      if (from[k] < min[k] || from[k] > max[k]) return undefined
      continue
    }
    const [a, b] = [(min[k] - from[k]) / way[k], (max[k] - from[k]) / way[k]]
    enters = Math.max(enters, Math.min(a, b))
    leaves = Math.min(leaves, Math.max(a, b))
  }
  return leaves < Math.max(enters, 0) ? undefined : { enters, leaves }
}
