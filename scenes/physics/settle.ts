import type { Pose } from '../take/take.ts'

/** Nearer than this to where it is at last counts as being there: metres, and the sine of half the turn. */
const TREMBLE = { metres: 1e-4, turn: 2e-4 }
/** Nearer than this to where it begins, likewise; metres are a share of its size: a pile sinks into itself by that. */
const SINK = { share: 0.005, turn: 2e-3 }

/**
 * A solver leaves resting things trembling by micrometres, and lets them sink a little into what they stand on. What is at
 * rest, from the start or to the end, is held still, where its author put it as long as it has not moved.
 * @param size largest extent, metres
 */
export function settled(poses: Pose[], size: number): Pose[] {
  const [first, last] = [poses[0] as Pose, poses.at(-1) as Pose]
  const sunk = { metres: Math.max(TREMBLE.metres, SINK.share * size), turn: SINK.turn }
  const awake = poses.findIndex((pose) => !near(pose, first, sunk))
  const asleep = poses.findLastIndex((pose) => !near(pose, last, TREMBLE)) + 1
  if (awake === -1) return poses.map(() => first)
  return poses.map((pose, n) => (n < awake ? first : n >= asleep ? last : pose))
}

function near(a: Pose, b: Pose, most: typeof TREMBLE): boolean {
  const off = Math.hypot(...([0, 1, 2] as const).map((k) => a.position[k] - b.position[k]))
  const [ax, ay, az, aw] = a.rotation
  const [bx, by, bz, bw] = b.rotation
  const turn = Math.hypot(
    aw * bx - ax * bw - ay * bz + az * by,
    aw * by - ay * bw - az * bx + ax * bz,
    aw * bz - az * bw - ax * by + ay * bx,
  )
  return off < most.metres && turn < most.turn
}
