import { boundsOf, type Bounds, type Part, type Pose, type Quaternion } from '#scenes'
import { reliefOf, type Relief } from './relief.ts'
import { add, multiply, place, rotate, times, quaternionOf, type Vec3 } from '../geometry.ts'

/** One part of an actor: its middle, half sizes and turn in the actor's metres, and what is round about it. */
export interface SolidPart {
  middle: Vec3
  half: Vec3
  turn: Quaternion
  /** Round all over (a ball), round about its own Y (a cylinder), or neither. */
  round: 'ball' | 'turned' | 'no'
  /** Of hilly ground. */
  relief?: Relief
}

const BALLS = ['sphere', 'blob']
const TURNED = ['cylinder', 'capsule', 'lathe', 'torus']

export function solidsOf(parts: Part[]): SolidPart[] {
  return parts.map((part) => {
    const { min, max } = boundsOf([{ ...part, at: [0, 0, 0], rotation: [0, 0, 0] }])
    const turn = quaternionOf(part.rotation ?? [0, 0, 0])
    const middle = times(add(min, max), 0.5)
    const { kind } = part.shape
    const relief = reliefOf(part)
    return {
      middle: add(part.at ?? [0, 0, 0], rotate(middle, turn)),
      half: times(add(max, times(min, -1)), 0.5),
      turn,
      round: BALLS.includes(kind) ? 'ball' : TURNED.includes(kind) ? 'turned' : 'no',
      ...(relief && { relief }),
    }
  })
}

/**
 * Tight world box of a posed part. A turned box reaches sum |R_ij| h_j along axis i, an ellipsoid
 * sqrt(sum (R_ij h_j)^2), a cylinder about a = R_y its radius times sqrt(1 - a_i^2) plus |a_i| h_y. With the
 * corners of its box instead, a rolling ball would dip under the table that it rolls on.
 */
export function extentOf(solid: SolidPart, pose: Pose): Bounds {
  const at = place(solid.middle, pose)
  const [x, y, z] = axesOf(solid, pose)
  const reach = ([0, 1, 2] as const).map((k) => {
    if (solid.round === 'ball') return Math.hypot(x[k], y[k], z[k])
    if (solid.round === 'turned') return Math.hypot(x[k], z[k]) + Math.abs(y[k])
    return Math.abs(x[k]) + Math.abs(y[k]) + Math.abs(z[k])
  })
  const arm = times(reach as Vec3, pose.scale)
  return { min: add(at, times(arm, -1)), max: add(at, arm) }
}

/** Points in the world that lie outermost on the solid: what they cast on a picture is its outline there. */
export function outlineOf(solid: SolidPart, pose: Pose): Vec3[] {
  const at = place(solid.middle, pose)
  const [x, y, z] = axesOf(solid, pose)
  return OUTERMOST[solid.round].map(([a, b, c]) =>
    add(at, times(add(add(times(x, a), times(y, b)), times(z, c)), pose.scale)),
  )
}

const SIGNS = [-1, 1] as const
const CORNERS = SIGNS.flatMap((x) => SIGNS.flatMap((y) => SIGNS.map((z): Vec3 => [x, y, z])))
const ROUND_ABOUT_Y = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => (eighth * Math.PI) / 4)
/** In halves of the solid's box along its own axes. */
const OUTERMOST: Record<SolidPart['round'], Vec3[]> = {
  no: CORNERS,
  turned: ROUND_ABOUT_Y.flatMap((angle) =>
    SIGNS.map((y): Vec3 => [Math.cos(angle), y, Math.sin(angle)]),
  ),
  ball: [
    ...CORNERS.map((corner) => times(corner, Math.sqrt(1 / 3))),
    ...SIGNS.flatMap((sign): Vec3[] => [
      [sign, 0, 0],
      [0, sign, 0],
      [0, 0, sign],
    ]),
  ],
}

/** Half the solid's box along each of its own axes, turned as it is in the world. */
function axesOf({ half, turn }: SolidPart, pose: Pose): [Vec3, Vec3, Vec3] {
  const spin = multiply(pose.rotation, turn)
  return [
    rotate([half[0], 0, 0], spin),
    rotate([0, half[1], 0], spin),
    rotate([0, 0, half[2]], spin),
  ]
}
