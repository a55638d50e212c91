import { availableParallelism, freemem } from 'node:os'

/** A browser that draws, and what of us belongs to it. */
const BYTES_A_LANE = 700 * 2 ** 20

/** How many browsers draw side by side here. */
export function lanesHere(cores = availableParallelism(), free = freemem()): number {
  return Math.max(1, Math.min(cores, Math.floor(free / BYTES_A_LANE)))
}
