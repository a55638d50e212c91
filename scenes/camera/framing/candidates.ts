import type { Frame } from '../../schema/framing.ts'
import { ANGLES, isWhole, PLACES, SIZES, sizeRange, type AngleWord } from './scale.ts'

/** A way to keep a framing: what the words leave open, filled in. */
export interface Candidate {
  /** Degrees off the middle of the side. */
  bearing: number
  /** Of the camera, degrees up. */
  pitch: number
  /** Height of the picture at the subject, in its heights. */
  size: number
  /** Of the subject's middle or head, in heights of the picture, over where the words have it. */
  shift: number
  /**
   * Focal length, millimetres. Where it is left open the camera hugs the subject, so many metres from its box and as low
   * as it can, and the lens makes the size.
   */
  by: { lens: number } | { gap: number; lens: number | undefined }
}

/** Off the side's middle: within half of its 45 degrees. */
const BEARINGS = [0, 8, -8, 15, -15, 21, -21]

/** The one that is usual first; faces want a longer one, which does not bulge them. */
const LENSES = [35, 28, 50, 24, 70, 85, 20, 16, 14, 120, 200]
const FACE_LENSES = [70, 50, 85, 35, 28, 120, 24, 20, 16, 14, 200]

const PITCHES: Record<AngleWord, readonly number[]> = {
  "bird's eye": [ANGLES["bird's eye"].aim, -80, -77, -88],
  high: [ANGLES.high.aim, -28, -45, -23, -55, -65],
  level: [ANGLES.level.aim, -3, 3, -6, 6],
  low: [ANGLES.low.aim, 20, 30, 15.6, 40, 55],
  "worm's eye": [ANGLES["worm's eye"].aim, 77, 75.5, 84],
}

const GAPS = [0.12, 0.15, 0.2, 0.3, 0.45, 0.7, 1, 1.5]

/** Every candidate, those that change least first; the order is the same for the same words. */
export function candidatesOf(frame: Frame): Candidate[] {
  const { angle, lens, size: word } = frame
  const usual = SIZES[word] <= SIZES['medium close-up'] ? FACE_LENSES : LENSES
  const lenses = lens === undefined ? usual : [lens]
  const tries: { candidate: Candidate; cost: number }[] = []
  const each = <T>(list: readonly T[], weight: number, use: (value: T, cost: number) => void) =>
    list.forEach((value, i) => use(value, i * weight))
  each(BEARINGS, 1, (bearing, b) =>
    each(PITCHES[angle], 1.1, (pitch, p) =>
      each(sizesOf(frame), 1.2, (size, s) => {
        each(shiftsOf(frame), 1.3, (shift, u) =>
          each(lenses, 0.7, (millimetres, l) =>
            tries.push({
              candidate: { bearing, pitch, size, shift, by: { lens: millimetres } },
              cost: b + p + s + u + l,
            }),
          ),
        )
        if (angle === "worm's eye")
          each(GAPS, 0.7, (gap, g) =>
            tries.push({
              candidate: { bearing, pitch, size, shift: 0, by: { gap, lens } },
              cost: 3 + b + p + s + g,
            }),
          )
      }),
    ),
  )
  // Sorting is stable: what costs the same stays in this order.
  return tries.sort((a, b) => a.cost - b.cost).map(({ candidate }) => candidate)
}

/** Heights of the picture within the size, clear of its borders. */
function sizesOf({ size }: Frame): number[] {
  const { from, to } = sizeRange(size)
  const usual = SIZES[size]
  const widest = Number.isFinite(to) ? to * 0.98 : usual * 1.5
  const closest = Math.max(from * 1.03, usual * 0.7)
  return [usual, Math.sqrt(usual * widest), Math.sqrt(usual * closest), widest, closest]
}

/** Left and right say nothing of up and down: the subject may stand lower or higher. */
function shiftsOf({ place, size }: Frame): number[] {
  if (PLACES[place][1] !== 0) return [0, -0.05, 0.05]
  const far = place === 'centre' ? [0.06, -0.06] : [-0.1, 0.1, -0.2, 0.2]
  if (isWhole(size)) return [0, ...far]
  return place === 'centre' ? [0, -0.06] : [0, -0.06, -0.15]
}
