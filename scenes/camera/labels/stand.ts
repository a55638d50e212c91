import { vec3 } from 'gl-matrix'
import type { Vec3 } from '../../schema/values.ts'
import { subtract } from '../../take/pose.ts'
import { SIDE_WORDS, SIDES, type SideWord } from '../framing/scale.ts'
import { cornersOf, pointIn, type SubjectBox } from '../subject-box.ts'
import { sizeOf } from './size.ts'
import { BOUNDS } from './thresholds.ts'
import { inDegrees, wrapped, type View } from './view.ts'

/** The camera's height over the ground, against that of the subject. */
export type HeightWord = 'above' | 'at' | 'below'

/** What comes of the subject between the first frame and the last. */
export interface Change {
  /** Its size in the picture. */
  size?: 'larger' | 'smaller' | 'same'
  /** Its distance from the camera, whoever of the two moves. */
  distance?: 'nearer' | 'farther' | 'same'
}

/** Degrees about the middle of a side in which it is the one that is seen; the sides are 45 apart. */
const SIDE = 18
/** Heights of the subject above its top and below its base: so far out the camera is above or below, so far in beside it. */
const BORDER = 0.05
/** Ratios of sizes from which the subject is larger or smaller, and up to which it is the same. */
const SIZE_CHANGE = { changed: 1.25, same: 1.1 } as const

/** The side of the subject that the camera is on; undefined in the grey, and straight above or below. */
export function sideOf({ position }: View, box: SubjectBox, heading: Vec3): SideWord | undefined {
  const [x, y, z] = subtract(position, pointIn(box, [0.5, 0.5, 0.5]))
  const level = Math.hypot(x, z)
  if (Math.abs(y) > 2 * level) return undefined
  // To the subject's left is counter-clockwise seen from above.
  const bearing = wrapped(inDegrees(Math.atan2(x, z) - Math.atan2(heading[0], heading[2])))
  return SIDE_WORDS.find((word) => Math.abs(wrapped(bearing - SIDES[word])) <= SIDE)
}

/** Whether the camera is above the subject, beside it, or below; undefined in the grey. */
export function heightOf({ position }: View, box: SubjectBox): HeightWord | undefined {
  const heights = cornersOf(box).map(([, y]) => y)
  const [base, top] = [Math.min(...heights), Math.max(...heights)]
  const share = (position[1] - base) / Math.max(top - base, 1e-3)
  if (share >= 1 + BORDER) return 'above'
  if (share <= -BORDER) return 'below'
  return share >= BORDER && share <= 1 - BORDER ? 'at' : undefined
}

/** How the subject changes over a shot; what is left out is grey. */
export function changeOf(
  [first, last]: readonly [View, View],
  aspect: number,
  [before, after]: readonly [SubjectBox, SubjectBox],
): Change {
  const sizes = [sizeOf(first, aspect, before), sizeOf(last, aspect, after)] as const
  const size = sizes[0] && sizes[1] ? sizeChangeOf(sizes[0] / sizes[1]) : undefined
  const [near, far] = [farTo(first, before), farTo(last, after)]
  const { absent, present } = BOUNDS.translation
  const gone = (far - near) / near
  const distance =
    Math.abs(gone) >= present
      ? gone < 0
        ? ('nearer' as const)
        : ('farther' as const)
      : Math.abs(gone) <= absent
        ? ('same' as const)
        : undefined
  return { ...(size && { size }), ...(distance && { distance }) }
}

/** @param ratio of the size in the end over that in the beginning */
export function sizeChangeOf(ratio: number): Change['size'] {
  if (ratio >= SIZE_CHANGE.changed) return 'larger'
  if (ratio <= 1 / SIZE_CHANGE.changed) return 'smaller'
  return Math.max(ratio, 1 / ratio) <= SIZE_CHANGE.same ? 'same' : undefined
}

function farTo({ position }: View, box: SubjectBox): number {
  return Math.max(vec3.length(subtract(position, pointIn(box, [0.5, 0.5, 0.5]))), 1e-3)
}
