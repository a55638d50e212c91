import type { Vec3 } from '../schema/values.ts'
import { inverse, rotate, subtract } from './pose.ts'
import { poseAtFrame, type CameraTrack } from './take.ts'

/**
 * Whether something with these corners (world metres) can be in the picture. Conservative: a big box
 * beside a corner of the picture may count as seen, nothing that is seen counts as unseen.
 * @param aspect width / height
 */
export function canSee(
  camera: CameraTrack,
  frame: number,
  aspect: number,
  corners: Vec3[],
): boolean {
  const { position, rotation } = poseAtFrame(camera.track, frame)
  const fov = camera.fov[Math.min(frame, camera.fov.length - 1)] as number
  const up = Math.tan((fov * Math.PI) / 360)
  const side = up * aspect
  const back = inverse(rotation)
  const seen = corners.map((corner) => rotate(subtract(corner, position), back))
  // The camera looks along -Z: a point is left of the picture where x < z * side, and so on.
  const outside: ((point: Vec3) => boolean)[] = [
    ([, , z]) => z >= 0,
    ([x, , z]) => x < z * side,
    ([x, , z]) => x > -z * side,
    ([, y, z]) => y < z * up,
    ([, y, z]) => y > -z * up,
  ]
  return !outside.some((isOutside) => seen.every(isOutside))
}
