import type { Track } from '../take/take.ts'

/** How a four-legged animal goes. */
export const QUADRUPED_GAITS = ['walk', 'trot', 'gallop'] as const
export type QuadrupedGait = (typeof QUADRUPED_GAITS)[number]

/**
 * Froude numbers (speed squared over gravity and the height of the legs) from which animals of all sizes trot
 * and gallop: Alexander & Jayes 1983, A dynamic similarity hypothesis for the gaits of quadrupedal mammals.
 */
const TROTS = 0.35
const GALLOPS = 2.2
const GRAVITY = 9.81

/** Metres per second from which an animal of that height at the withers, metres, trots and gallops. */
export function gaitSpeeds(height: number): { trot: number; gallop: number } {
  const speed = (froude: number) => Math.sqrt(froude * GRAVITY * height)
  return { trot: speed(TROTS), gallop: speed(GALLOPS) }
}

/** @param height at the withers, metres; @param speed metres per second */
export function gaitAt(height: number, speed: number): QuadrupedGait {
  const { trot, gallop } = gaitSpeeds(height)
  return speed < trot ? 'walk' : speed < gallop ? 'trot' : 'gallop'
}

/** Shortest stride, heights: the small steps of one that hardly moves. */
const SHORTEST = 0.4

/** Heights that a stride is long: the same authors' power of the Froude number, at the short end of what they measured. */
export function strideAt(height: number, speed: number): number {
  return Math.max(2 * (speed ** 2 / (GRAVITY * height)) ** 0.3, SHORTEST)
}

/** Of each leg, in the order of `LEGS`: when in the stride its foot comes down; and the share for which it then stands. */
export const FOOTFALLS: Record<QuadrupedGait, { lands: number[]; stands: number }> = {
  walk: { lands: [0, 0.25, 0.5, 0.75], stands: 0.64 },
  trot: { lands: [0, 0.5, 0.5, 1], stands: 0.42 },
  gallop: { lands: [0, 0.46, 0.12, 0.58], stands: 0.24 },
}

/** Heights that a body goes over a standing foot at most: more no leg reaches. */
export const REACH = 0.66

/** Metres per second about each frame, over a sixth of a second to either side: gaits do not snap. */
export function speedsOf(track: Track, fps: number): number[] {
  const reach = Math.max(1, Math.round(fps / 6))
  const last = track.samples - 1
  return Array.from({ length: track.samples }, (_, n) => {
    const [from, to] = [Math.max(n - reach, 0), Math.min(n + reach, last)]
    const way = (track.travel[to] as number) - (track.travel[from] as number)
    return to > from ? (way * fps) / (to - from) : 0
  })
}
