import type { MemberObservation, Observations } from '#captions'
import type { Take } from '#scenes'
import { contrastThreshold, differenceThreshold, fewestPixels } from './difference.ts'
import type { MemberSample, Sample } from './measure.ts'

export interface Measured {
  take: Take
  /** Survey pixels. */
  width: number
  height: number
  samples: readonly Sample[]
  /** By member and sample: mean difference to the frame without it, where it was drawn. */
  differences: ReadonlyMap<number, ReadonlyMap<number, number>>
}

/** Turns samples into the columns of observations.json; numbers are rounded to what they are worth. */
export function observe({ take, width, height, samples, differences }: Measured): Observations {
  const members = take.cast.flatMap(({ id }, member): MemberObservation[] => {
    const column = samples.map((sample) => sample.members[member] as MemberSample)
    const drawn = differences.get(member) ?? new Map<number, number>()
    const seen = column.map((one, i) => isSeen(one, nearest(drawn, i)))
    if (!seen.includes(true)) return []
    return [
      {
        id,
        member,
        pixels: column.map(({ pixels }) => pixels),
        box: column.map(({ box }) => box),
        visibility: column.map(({ visibility }) => rounded(visibility, 3)),
        truncation: column.map(({ truncation }) => rounded(truncation, 3)),
        depth: column.map(({ depth }) => depth && each(depth, 3)),
        color: column.map(({ color }) => color),
        contrast: column.map(({ contrast }) => contrast && rounded(contrast, 2)),
        difference: column.map((_, i) => (drawn.has(i) ? rounded(drawn.get(i) ?? 0, 2) : null)),
        seen,
      },
    ]
  })
  return {
    width,
    height,
    fps: take.fps,
    frames: samples.map(({ frame }) => frame),
    luminance: samples.map(({ luminance }) => rounded(luminance, 2)),
    sky: samples.map(({ sky }) => sky && each(sky, 1)),
    members,
  }
}

/** Enough pixels of its own id, and they differ from what surrounds them or from the frame without it. */
function isSeen({ pixels, contrast }: MemberSample, difference: number | undefined): boolean {
  if (pixels < fewestPixels) return false
  return (
    (contrast !== null && contrast >= contrastThreshold) || (difference ?? 0) >= differenceThreshold
  )
}

/** A member is drawn without at a few moments; each speaks for the samples around it. */
function nearest(drawn: ReadonlyMap<number, number>, sample: number): number | undefined {
  const moments = [...drawn.keys()].sort((a, b) => Math.abs(a - sample) - Math.abs(b - sample))
  return moments[0] === undefined ? undefined : drawn.get(moments[0])
}

function each(values: [number, number, number], digits: number): [number, number, number] {
  return [rounded(values[0], digits), rounded(values[1], digits), rounded(values[2], digits)]
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
