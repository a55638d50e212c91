import type { Vec3 } from '../../schema/values.ts'
import { EYES, isWhole, type AngleWord, type SideWord, type SizeWord } from '../framing/scale.ts'
import { pointIn, type SubjectBox } from '../subject-box.ts'
import { placeOf } from './around.ts'
import { angleWordOf, dutchOf } from './angle.ts'
import { shareInPicture, sizeOf, sizeWordOf } from './size.ts'
import { heightOf, sideOf, type HeightWord } from './stand.ts'
import type { Status } from './thresholds.ts'
import type { View } from './view.ts'

/** How one frame shows its subject, measured on the camera's pose and the subject's box. What is left out is grey. */
export interface Framing {
  size?: SizeWord
  angle?: AngleWord
  dutch: Status
  /** Where the middle of the subject is across the picture, and up it; a person closer than in full by the eyes. */
  across?: 'left third' | 'centre' | 'right third'
  upwards?: 'upper third' | 'centre' | 'lower third'
  /** Which side of the subject is seen: by where it goes, or where a person who stands looks. */
  side?: SideWord
  /** Where the camera is by the subject's height. */
  height?: HeightWord
  /** Share of the subject's box that is in the picture, as if nothing hid it. */
  inPicture: number
}

/** Of the picture's width or height: so far from a line of thirds, or from the middle, counts as on it. */
const NEAR = 0.075

/** How a shot frames its subject when it begins and when it ends. @param boxAt of the subject, by frame of the shot */
export function framingOf(
  views: readonly View[],
  aspect: number,
  boxAt: (frame: number) => SubjectBox,
): { start: Framing; end: Framing } {
  const last = views.length - 1
  return {
    start: framingAt(views[0] as View, aspect, boxAt(0)),
    end: framingAt(views[last] as View, aspect, boxAt(last)),
  }
}

/** @param heading level unit vector: where the subject's front points, if it has one */
export function framingAt(view: View, aspect: number, box: SubjectBox, heading?: Vec3): Framing {
  const inPicture = shareInPicture(view, aspect, box)
  const measured = inPicture > 0 ? sizeOf(view, aspect, box) : undefined
  const size = measured === undefined ? undefined : sizeWordOf(measured)
  const angle = angleWordOf(view)
  const byEyes = box.isPerson && size !== undefined && !isWhole(size)
  const at = placeOf(pointIn(box, [0.5, byEyes ? EYES : 0.5, 0.5]), view)
  const across = at && thirdOf(at.x / aspect, ['left third', 'centre', 'right third'])
  const upwards = at && thirdOf(at.y, ['lower third', 'centre', 'upper third'])
  const side = heading && sideOf(view, box, heading)
  const height = heightOf(view, box)
  return {
    ...(size && { size }),
    ...(angle && { angle }),
    dutch: dutchOf(view),
    ...(across && { across }),
    ...(upwards && { upwards }),
    ...(side && { side }),
    ...(height && { height }),
    inPicture,
  }
}

function thirdOf<const T>(share: number, words: readonly [T, T, T]): T | undefined {
  return words.find((_, i) => Math.abs(share - (i - 1) / 6) <= NEAR)
}
