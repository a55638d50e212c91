import { poseAtFrame } from '#scenes'
import { extentOf } from '../facts/extent.ts'
import type { Member } from '../facts/member.ts'
import { seatOf, sitsOn } from '../facts/seat.ts'
import { crestOver } from '../facts/terrain.ts'
import { add, multiply, place, rotate, times } from '../geometry.ts'
import { courseOf } from './course.ts'
import type { Truth } from './truth.ts'

/** From the first to the last frame in which it is on the other. */
export function timeUpon(
  member: Member,
  other: Member,
  truth: Truth,
): [number, number] | undefined {
  const frames = Array.from({ length: truth.frames }, (_, n) => n).filter((n) => {
    const { span } = courseOf(member, truth)
    return span && n >= span[0] && isUpon(member, other, n)
  })
  const [first, last] = [frames[0], frames.at(-1)]
  return first === undefined || last === undefined || last - first < 2 ? undefined : [first, last]
}

/** Its foot is over the other and within a third of its own height of some solid of it, sloping or level. */
export function isUpon(member: Member, other: Member, frame: number): boolean {
  const seat = seatOf(member, frame)
  if (seat && sitsOn(seat, other, frame)) return true
  const { min, max } = member.bounds(frame)
  const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
  const whole = other.bounds(frame)
  if (x < whole.min[0] || x > whole.max[0] || z < whole.min[2] || z > whole.max[2]) return false
  if (other.kind === 'ground')
    return min[1] <= crestOver(other, [x, min[1], z], frame) + 0.05 + 0.1 * (max[1] - min[1])
  return other.parts.some(({ solids, track }) => {
    const pose = poseAtFrame(track, frame)
    return solids.some((solid) => {
      const { min: low, max: high } = extentOf(solid, pose)
      if (x < low[0] || x > high[0] || z < low[2] || z > high[2]) return false
      // Straight down from the foot to the solid's upper face, through the plane of that face.
      const up = rotate([0, 1, 0], multiply(pose.rotation, solid.turn))
      const face = add(place(solid.middle, pose), times(up, solid.half[1] * pose.scale))
      const height =
        Math.abs(up[1]) > 0.3
          ? face[1] - (up[0] * (x - face[0]) + up[2] * (z - face[2])) / up[1]
          : high[1]
      return Math.abs(min[1] - height) <= 0.03 + 0.15 * (max[1] - min[1])
    })
  })
}
