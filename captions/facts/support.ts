import { poseAtFrame, type Pose } from '#scenes'
import { add, inverse, multiply, place, rotate, subtract, times, type Vec3 } from '../geometry.ts'
import type { SolidPart } from './extent.ts'
import type { Facts } from './facts.ts'
import type { Member } from './member.ts'
import { seatOf, sitsOn } from './seat.ts'
import { crestOver } from './terrain.ts'

/**
 * Does it stand (or roll) on the other at that frame? Its foot, the middle of its underside, must lie on top of
 * one of the other's solids, which may slope: height above it within 8 % of its own height + 2 cm, 6 cm at most. On hilly ground
 * the foot must be between valley and the highest that a crest can be there; in a room it must be on the floor.
 */
export function restsOn(member: Member, other: Member, frame: number): boolean {
  const seat = seatOf(member, frame)
  if (seat && sitsOn(seat, other, frame)) return true
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  const foot: Vec3 = [(a.min[0] + a.max[0]) / 2, a.min[1], (a.min[2] + a.max[2]) / 2]
  const slack = Math.min(0.06, 0.02 + 0.08 * (a.max[1] - a.min[1]))
  // What is much smaller than its load is under it by chance: a lantern in a tent.
  const [load, base] = [a, b].map(({ min, max }) => Math.max(max[0] - min[0], max[2] - min[2])) as [
    number,
    number,
  ]
  if (base < 0.4 * load) return false
  if (foot[0] < b.min[0] || foot[0] > b.max[0] || foot[2] < b.min[2] || foot[2] > b.max[2])
    return false
  if (other.class === 'room')
    return Math.abs(foot[1] - poseAtFrame(other.cast.track, frame).position[1]) <= slack
  if (other.kind === 'ground')
    return foot[1] <= crestOver(other, foot, frame) + slack && foot[1] >= b.min[1] - slack
  return other.parts.some(({ solids, track }) => {
    const pose = poseAtFrame(track, frame)
    return solids.some((solid) => isOnTop(foot, solid, pose, slack))
  })
}

/** The same, of ground only where nothing that lies on it bears it: pins on a lane are not on the grass. */
export function standsUpon(
  member: Member,
  other: Member,
  frame: number,
  { glimpsed }: Pick<Facts, 'glimpsed'>,
): boolean {
  if (!restsOn(member, other, frame)) return false
  return (
    other.kind !== 'ground' ||
    !glimpsed.some(
      (laid) =>
        laid !== member &&
        laid.kind !== 'ground' &&
        laid.class !== 'room' &&
        restsOn(member, laid, frame),
    )
  )
}

function isOnTop(
  foot: Vec3,
  { middle, half, turn }: SolidPart,
  pose: Pose,
  slack: number,
): boolean {
  const spin = multiply(pose.rotation, turn)
  const local = times(rotate(subtract(foot, place(middle, pose)), inverse(spin)), 1 / pose.scale)
  const up = rotate([0, 1, 0], inverse(spin))
  // The side of the solid that looks up, which need not be its own +Y.
  const k = ([0, 1, 2] as const).reduce(
    (best, axis) => (Math.abs(up[axis]) > Math.abs(up[best]) ? axis : best),
    1 as 0 | 1 | 2,
  )
  const height = local[k] * Math.sign(up[k]) - half[k]
  const inside = ([0, 1, 2] as const).every(
    (axis) => axis === k || Math.abs(local[axis]) <= half[axis] + 1e-6,
  )
  return inside && Math.abs(height) * pose.scale <= slack
}

/** Middle of the world box. */
export function middleOf(member: Member, frame: number): Vec3 {
  const { min, max } = member.bounds(frame)
  return times(add(min, max), 0.5)
}
