import type { CameraTrack, Take } from '#scenes'

/**
 * The frames that are surveyed: at most 6 a second, evenly spread, and the first and the last of every shot and those at
 * which an actor sets off or comes to rest. Long clips are sampled more thinly, so that a clip of a
 * minute costs no more than one of twenty seconds; of very many events an even selection is taken.
 */
export function sampleFrames({
  fps,
  frames,
  events,
  shots,
}: Pick<Take, 'fps' | 'frames' | 'events'> & Pick<CameraTrack, 'shots'>): number[] {
  const stride = Math.max(Math.ceil(fps / highestRate), Math.ceil(frames / mostRegular))
  const regular = Array.from({ length: Math.ceil(frames / stride) }, (_, i) => i * stride)
  const moments = events
    .map(({ t }) => Math.round(t * fps))
    .filter((frame) => frame >= 0 && frame < frames)
  const eventful = thinned(
    [...new Set(moments)].sort((a, b) => a - b),
    mostEvents,
  )
  const ends = shots.flatMap(({ from, to }) => [from, to - 1])
  return [...new Set([...regular, ...eventful, ...ends])].sort((a, b) => a - b)
}

/** Survey pixels for a clip's pixels: the long side is 256, or the clip's own when that is smaller. */
export function surveySize({ width, height }: { width: number; height: number }): {
  width: number
  height: number
} {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

// A survey costs a fifth of a 512x512 frame on llvmpipe: 8 Hz would be 7 % of a clip at 24 fps.
const highestRate = 6
const mostRegular = 160
const mostEvents = 24
const longSide = 256

function thinned(values: number[], most: number): number[] {
  if (values.length <= most) return values
  return Array.from(
    { length: most },
    (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))] as number,
  )
}
