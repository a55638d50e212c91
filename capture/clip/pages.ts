import { availableParallelism, freemem } from 'node:os'

/** A browser that draws, and what of us belongs to it. */
export const BYTES_A_BROWSER = 700 * 2 ** 20

/** Pixels of a clip from which a second page is worth its loading: 46 frames of 512x512. */
const WORTH_TWO = 12e6

/**
 * Pages that draw a clip side by side where nobody asks for a number: two from two cores on, for what is not short. Seconds
 * of screenshots and ffmpeg over those of the clip, medians of six scenes of 49 frames of 512x512, two cores, llvmpipe:
 * one page 1.47, two pages 1.73 (busy cores: 1.33 and 1.79); the second page takes 0.5 to 1 second to load.
 */
export function pagesFor(
  { width, height }: { width: number; height: number },
  frames: number,
  cores = availableParallelism(),
  free = freemem(),
): number {
  const isLong = width * height * frames >= WORTH_TWO
  return isLong && cores >= 2 && free >= 3 * BYTES_A_BROWSER ? 2 : 1
}
