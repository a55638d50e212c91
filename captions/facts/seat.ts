import { poseAtFrame } from '#scenes'
import { place, type Vec3 } from '../geometry.ts'
import type { Member } from './member.ts'

/** Metres from its feet back to the middle of what somebody of average height sits on. */
const BACK = 0.38

/** The middle of what somebody sits on at a frame; undefined of who does not sit then. */
export function seatOf({ done, cast: { track } }: Member, frame: number): Vec3 | undefined {
  const seated = done.find(
    ({ doing, from, to }) => doing === 'seated' && frame >= from && frame < to,
  )
  if (seated?.seat === undefined) return undefined
  return place([0, seated.seat, -BACK], poseAtFrame(track, frame))
}

/** Does it sit on the other at that frame? A seat has a top, and is no floor. */
export function sitsOn(seat: Vec3, other: Member, frame: number): boolean {
  if (['room', 'building', 'ground', 'road'].includes(other.class)) return false
  const { min, max } = other.bounds(frame)
  const [x, y, z] = seat
  const over = x >= min[0] && x <= max[0] && z >= min[2] && z <= max[2]
  return over && y >= min[1] + 0.15 && y <= max[1] + 0.08
}
