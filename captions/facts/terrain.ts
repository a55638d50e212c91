import { poseAtFrame } from '#scenes'
import { inverse, rotate, subtract, times, type Vec3 } from '../geometry.ts'
import type { Member } from './member.ts'

/**
 * The highest that a ground can be below or above a point, metres: its hills swell from nothing at the rim of the
 * clearing to their full height one spacing further out, as s^2 (3 - 2 s).
 */
export function crestOver(ground: Member, point: Vec3, frame: number): number {
  const heights = ground.parts.flatMap(({ solids, track }) => {
    const pose = poseAtFrame(track, frame)
    const [x, , z] = times(
      rotate(subtract(point, pose.position), inverse(pose.rotation)),
      1 / pose.scale,
    )
    return solids.map(({ relief }) => {
      if (!relief) return pose.position[1]
      const share = Math.min(1, Math.max(0, (Math.hypot(x, z) - relief.clearing) / relief.spacing))
      return pose.position[1] + share * share * (3 - 2 * share) * relief.height * pose.scale
    })
  })
  return Math.max(...heights)
}
