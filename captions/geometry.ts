import {
  add,
  poseAtFrame,
  rotate,
  subtract,
  times,
  type CameraTrack,
  type Quaternion,
  type Vec3,
} from '#scenes'

export {
  add,
  cross,
  inverse,
  multiply,
  place,
  quaternionOf,
  rotate,
  subtract,
  times,
} from '#scenes'
export type { Vec3 }

/** A camera at one frame: where it is, its axes in the world, and half the picture's height at 1 m. */
export interface View {
  position: Vec3
  right: Vec3
  up: Vec3
  forward: Vec3
  /** tan(fov / 2), vertical. */
  half: number
  /** Where the line of sight meets the picture, in its heights from the middle: right, up. */
  axis: readonly [number, number]
}

export function viewAt(camera: CameraTrack, frame: number): View {
  const { position, rotation } = poseAtFrame(camera.track, frame)
  const fov = camera.fov[Math.min(frame, camera.fov.length - 1)] as number
  return {
    position,
    right: rotate([1, 0, 0], rotation),
    up: rotate([0, 1, 0], rotation),
    forward: rotate([0, 0, -1], rotation),
    half: Math.tan((fov * Math.PI) / 360),
    axis: camera.axis ?? [0, 0],
  }
}

/** A world point in the picture: x and y as shares from the top left corner, planar depth in metres. */
export function project(
  point: Vec3,
  view: View,
  aspect: number,
): { x: number; y: number; depth: number } {
  const arm = subtract(point, view.position)
  const depth = dot(arm, view.forward)
  const scale = 2 * view.half * depth
  return {
    x: 0.5 + (view.axis[0] + dot(arm, view.right) / scale) / aspect,
    y: 0.5 - view.axis[1] - dot(arm, view.up) / scale,
    depth,
  }
}

/** The world point that is seen at (x, y) in that planar depth. */
export function unproject(x: number, y: number, depth: number, view: View, aspect: number): Vec3 {
  const across = ((x - 0.5) * aspect - view.axis[0]) * 2 * view.half * depth
  const upward = (0.5 - y - view.axis[1]) * 2 * view.half * depth
  return add(
    view.position,
    add(times(view.forward, depth), add(times(view.right, across), times(view.up, upward))),
  )
}

/** Yaw (positive turns left), pitch (positive looks up), roll (positive leans clockwise), degrees. */
export function anglesOf(view: View): { yaw: number; pitch: number; roll: number } {
  const { forward, right, up } = view
  return {
    yaw: degrees(Math.atan2(-forward[0], -forward[2])),
    pitch: degrees(Math.asin(Math.max(-1, Math.min(1, forward[1])))),
    roll: degrees(Math.atan2(-right[1], up[1])),
  }
}

/** The angle between two orientations, degrees, 0..180. */
export function angleBetween(a: Quaternion, b: Quaternion): number {
  const same = Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3])
  return degrees(2 * Math.acos(Math.min(1, same)))
}

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function length(v: Vec3): number {
  return Math.hypot(...v)
}

export function unit(v: Vec3): Vec3 {
  return times(v, 1 / (length(v) || 1))
}

/** The middle of the sorted numbers; NaN when there are none. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle] as number
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

export function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}

/** Into -180..180. */
export function wrapped(angle: number): number {
  return ((((angle + 180) % 360) + 360) % 360) - 180
}
