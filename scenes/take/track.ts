import type { Vec3 } from '../schema/values.ts'
import { isSamePose, place, subtract } from './pose.ts'
import type { Pose, Track } from './take.ts'

/** Metres; turning about a pivot moves it by less than this, for doubles are not exact. */
const ROUNDING = 1e-9

/**
 * Bakes poses into a track; one that never moves is kept as a single sample.
 * @param pivot the point it turns about, in its own metres: `travel` is measured there, for the base of a
 *   rolling ball goes up and down and that of a spinning one goes round
 */
export function trackOf(poses: Pose[], pivot: Vec3 = [0, 0, 0]): Track {
  const first = poses[0] as Pose
  const still = poses.every((pose) => isSamePose(pose, first))
  const kept = still ? [first] : poses
  const travel = [0]
  for (let i = 1; i < kept.length; i++) {
    const [a, b] = [place(pivot, kept[i - 1] as Pose), place(pivot, kept[i] as Pose)]
    const step = Math.hypot(...subtract(b, a))
    travel.push((travel[i - 1] as number) + (step < ROUNDING ? 0 : step))
  }
  return {
    samples: kept.length,
    position: kept.flatMap((pose) => pose.position),
    rotation: kept.flatMap((pose) => pose.rotation),
    scale: kept.map((pose) => pose.scale),
    travel,
  }
}
