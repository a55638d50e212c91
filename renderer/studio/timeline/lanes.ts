import type { CaptionFile } from '../protocol.ts'

/** Pixels from one lane to the next. */
export const LANE = 18

/** What the camera does in each shot, and when: several moves at once where it makes several. */
export function cameraMoves({
  camera,
}: Pick<CaptionFile, 'camera'>): { words: string; span: readonly [number, number] }[] {
  return camera.shots.flatMap(({ segments, frames }) => {
    const moves = segments
      .filter(({ status }) => status === 'present')
      .map(({ motion, to, frames: span }) => ({
        words: `${motion} ${to}`.replaceAll('_', ' ').trim(),
        span,
      }))
    return moves.length > 0 ? moves : [{ words: 'still', span: frames }]
  })
}

/** Puts spans into as few lanes as they need: each into the first one that is free where it begins. */
export function lanesOf(spans: readonly (readonly [number, number])[]): {
  lanes: number[]
  count: number
} {
  const ends: number[] = []
  const order = spans.map((_, i) => i).sort((a, b) => (spans[a]?.[0] ?? 0) - (spans[b]?.[0] ?? 0))
  const lanes = spans.map(() => 0)
  for (const i of order) {
    const [from, to] = spans[i] as readonly [number, number]
    const free = ends.findIndex((end) => end <= from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = to
    lanes[i] = lane
  }
  return { lanes, count: ends.length }
}

/**
 * The room of a span and its words, which begin where it begins; where they would reach past the end, they end where it
 * ends. All in frames.
 */
export function withLabel(
  [from, to]: readonly [number, number],
  label: number,
  frames: number,
): { space: [number, number]; isAtEnd: boolean } {
  const isAtEnd = from + label > frames && to - label >= 0
  return isAtEnd
    ? { space: [Math.min(from, to - label), to], isAtEnd }
    : { space: [from, Math.max(to, from + label)], isAtEnd }
}
