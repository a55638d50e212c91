import { rotate } from '../../take/pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import { poseAtFrame, type CameraTrack, type Quaternion } from '../../take/take.ts'

/** A camera at one frame: where it is, how it is turned, its axes in the world. */
export interface View {
  /** Metres. */
  position: Vec3
  rotation: Quaternion
  right: Vec3
  up: Vec3
  forward: Vec3
  /** Focal length in halves of the picture's height: 1 / tan(fov / 2). */
  focal: number
  /** Where the line of sight meets the picture, in its heights from the middle: right, up; the middle when left out. */
  axis?: readonly [number, number]
}

/** The views of the frames `[from, to)`. */
export function viewsOf({ track, fov, axis }: CameraTrack, from: number, to: number): View[] {
  return Array.from({ length: to - from }, (_, i): View => {
    const { position, rotation } = poseAtFrame(track, from + i)
    const angle = fov[Math.min(from + i, fov.length - 1)] as number
    return {
      position,
      rotation,
      right: rotate([1, 0, 0], rotation),
      up: rotate([0, 1, 0], rotation),
      forward: rotate([0, 0, -1], rotation),
      focal: 1 / Math.tan((angle * Math.PI) / 360),
      ...(axis && { axis }),
    }
  })
}

/** Yaw (positive turns right), pitch (positive looks up), roll (positive leans clockwise), degrees, in the ground's frame. */
export function anglesOf({ forward, right, up }: View): {
  yaw: number
  pitch: number
  roll: number
} {
  return {
    yaw: inDegrees(Math.atan2(forward[0], -forward[2])),
    pitch: inDegrees(Math.asin(Math.min(Math.max(forward[1], -1), 1))),
    roll: inDegrees(Math.atan2(-right[1], up[1])),
  }
}

export function inDegrees(radians: number): number {
  return (radians * 180) / Math.PI
}

/** An angle in -180..180. */
export function wrapped(angle: number): number {
  return ((((angle + 180) % 360) + 360) % 360) - 180
}
