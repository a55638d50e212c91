import { length } from '../geometry.ts'
import type { Step } from './motion.ts'

/**
 * How often something comes down and goes up again, by so many metres or more. A ball that rolls all along its lane and
 * springs about in the pit behind it does not bounce along: none where it begins in the second half of the way.
 */
export function bouncesOf(steps: readonly Step[], least: number, path: number): number {
  let [fallen, risen, count, gone] = [0, 0, 0, 0]
  for (const { moved } of steps) {
    gone += length(moved)
    if (moved[1] < 0) {
      if (risen > 0) fallen = 0
      risen = 0
      fallen -= moved[1]
    } else if (moved[1] > 0) {
      risen += moved[1]
      if (risen >= least && fallen >= least) {
        if (count === 0 && gone > path / 2) return 0
        count++
        fallen = 0
      }
    }
  }
  return count
}
