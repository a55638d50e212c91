import { add, quaternionOf, rotate, subtract, times } from '../take/pose.ts'
import type { Vec3 } from '../schema/values.ts'
import type { Quaternion } from '../take/take.ts'

/** A camera as it is moved about: turned in the ground's frame. */
export interface CameraPose {
  /** Metres. */
  position: Vec3
  /** Degrees: to the right of -Z, up, clockwise. */
  yaw: number
  pitch: number
  roll: number
  /** Vertical field of view, degrees. */
  fov: number
}

export function rotationOf({ yaw, pitch, roll }: CameraPose): Quaternion {
  return quaternionOf([pitch, -yaw, -roll])
}

/** Degrees to the right of -Z and up that something at `from` turns to look at `to`. */
export function towards(from: Vec3, to: Vec3): { yaw: number; pitch: number } {
  const [x, y, z] = subtract(to, from)
  const level = Math.hypot(x, z)
  return {
    yaw: level > 1e-9 ? (Math.atan2(x, -z) * 180) / Math.PI : 0,
    pitch: (Math.atan2(y, level) * 180) / Math.PI,
  }
}

/** Moved in the frame of its own level heading: metres ahead, to the right, up. */
export function travelled(pose: CameraPose, [ahead, side, up]: Vec3): CameraPose {
  const turn = (pose.yaw * Math.PI) / 180
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  const way: Vec3 = [ahead * sin + side * cos, up, -ahead * cos + side * sin]
  return { ...pose, position: add(pose.position, way) }
}

/**
 * Swung about a centre: degrees to the right (counter-clockwise seen from above) and up. The centre keeps its place in the
 * picture.
 */
export function swung(pose: CameraPose, centre: Vec3, right: number, up: number): CameraPose {
  const arm = subtract(pose.position, centre)
  const level = Math.hypot(arm[0], arm[2])
  const bearing = Math.atan2(arm[0], arm[2]) + (right * Math.PI) / 180
  const height = Math.atan2(arm[1], level) + (up * Math.PI) / 180
  const far = Math.hypot(...arm)
  const swungArm: Vec3 = [
    far * Math.cos(height) * Math.sin(bearing),
    far * Math.sin(height),
    far * Math.cos(height) * Math.cos(bearing),
  ]
  return {
    ...pose,
    position: add(centre, swungArm),
    yaw: pose.yaw - right,
    pitch: pose.pitch - up,
  }
}

/** The field of view with the focal length times a ratio. */
export function zoomed(fov: number, ratio: number): number {
  return (Math.atan(Math.tan((fov * Math.PI) / 360) / ratio) * 360) / Math.PI
}

/** The point straight ahead, so many metres away. */
export function ahead(pose: CameraPose, metres: number): Vec3 {
  return add(pose.position, times(rotate([0, 0, -1], rotationOf(pose)), metres))
}
