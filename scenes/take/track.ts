import type { Pose, Track } from './take.ts'

/** Bakes poses into a track; one that never moves is kept as a single sample. */
export function trackOf(poses: Pose[]): Track {
  const first = poses[0] as Pose
  const still = poses.every((pose) => same(pose, first))
  const kept = still ? [first] : poses
  const travel = [0]
  for (let i = 1; i < kept.length; i++) {
    const [a, b] = [(kept[i - 1] as Pose).position, (kept[i] as Pose).position]
    travel.push((travel[i - 1] as number) + Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]))
  }
  return {
    samples: kept.length,
    position: kept.flatMap((pose) => pose.position),
    rotation: kept.flatMap((pose) => pose.rotation),
    scale: kept.map((pose) => pose.scale),
    travel,
  }
}

function same(a: Pose, b: Pose): boolean {
  return (
    a.scale === b.scale &&
    a.position.every((p, k) => p === b.position[k]) &&
    a.rotation.every((q, k) => q === b.rotation[k])
  )
}
