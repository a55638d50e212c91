import { availableParallelism, freemem } from 'node:os'
import { BYTES_A_BROWSER } from '../clip/pages.ts'

/**
 * How many browsers draw side by side here: one more than there are cores, so that while one loads, observes and hands in its
 * last frames the others draw. Seconds for six clips of 24 frames of 256x256, two cores shared with much else, llvmpipe,
 * pairs one after the other: two lanes 28.5, 68.5, 47.1; three lanes 24.7, 42.4, 40.1. One lane whose clip two pages draw is
 * as fast as two lanes of one page (92.8 and 92.0 s for six clips of 48 frames; one lane of one page 147.9 s), and a lane that
 * is lost loses the less the more there are.
 */
export function lanesHere(cores = availableParallelism(), free = freemem()): number {
  return Math.max(1, Math.min(cores + 1, Math.floor(free / BYTES_A_BROWSER)))
}
