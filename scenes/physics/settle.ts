import type { Pose } from '../take/take.ts'

/** Nearer than this to where it ends (or begins) counts as being there: metres, and the sine of half the turn. */
const NEAR = { metres: 1e-4, turn: 2e-4 }

/** A solver leaves resting things trembling by micrometres: what is at rest, at the start or to the end, is held still. */
export function settled(poses: Pose[]): Pose[] {
  const [first, last] = [poses[0] as Pose, poses.at(-1) as Pose]
  const awake = poses.findIndex((pose) => !near(pose, first))
  const asleep = poses.findLastIndex((pose) => !near(pose, last)) + 1
  if (awake === -1) return poses.map(() => first)
  return poses.map((pose, n) => (n < awake ? first : n >= asleep ? last : pose))
}

function near(a: Pose, b: Pose): boolean {
  const off = Math.hypot(...([0, 1, 2] as const).map((k) => a.position[k] - b.position[k]))
  const [ax, ay, az, aw] = a.rotation
  const [bx, by, bz, bw] = b.rotation
  const turn = Math.hypot(
    aw * bx - ax * bw - ay * bz + az * by,
    aw * by - ay * bw - az * bx + ax * bz,
    aw * bz - az * bw - ax * by + ay * bx,
  )
  return off < NEAR.metres && turn < NEAR.turn
}
