import { vec3 } from 'gl-matrix'
import { add, cross, subtract, times } from '../../take/pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import { SIZE_WORDS, sizeRange, type SizeWord } from '../framing/scale.ts'
import { cornersOf, metAt, outlineIn, pointIn, type SubjectBox } from '../subject-box.ts'
import type { View } from './view.ts'

/** A rectangle in heights of the picture from its middle: right, up. */
export interface Rectangle {
  left: number
  right: number
  bottom: number
  top: number
}

/** A size that is present; without one, it is grey. */
export function sizeWordOf(size: number): SizeWord | undefined {
  return SIZE_WORDS.find((word) => {
    const { from, to } = sizeRange(word)
    return size >= from && size <= to
  })
}

/** The outline's size from which on it alone tells, and up to which it tells nothing. */
const [WHOLE, PART] = [1, 0.6]

/**
 * Height of the picture in heights of the subject; undefined when it is not in the picture. A subject that fits into the
 * picture is as large as its outline there, or as it would stand upright where its middle is: from above, a person is no
 * smaller. Of one that does not, it counts how large the part is that one looks at: a face from above is near, however
 * small the feet below it are. Between the two, in proportion.
 */
export function sizeOf(view: View, aspect: number, box: SubjectBox): number | undefined {
  const height = heightAt(view, aspect, box)
  if (height === undefined) return undefined
  const points = outlineIn(box)
  const { left, right, bottom, top } = around(points, view)
  const upright = extent(points, [0, 1, 0]) / Math.max(height, heightAtMiddle(view, box))
  const outline = 1 / Math.max(top - bottom, (right - left) / aspect, upright, 1e-6)
  if (outline >= WHOLE) return outline
  const part = height / extentOf(view, aspect, box)
  const weight = Math.max(0, (outline - PART) / (WHOLE - PART))
  return part ** (1 - weight) * outline ** weight
}

/** Metres from the lower to the upper edge of the picture where the subject is; undefined when it is not in there. */
export function heightAt(view: View, aspect: number, box: SubjectBox): number | undefined {
  const depth = depthOf(view, aspect, box)
  return depth === undefined ? undefined : (2 * depth) / view.focal
}

function heightAtMiddle(view: View, box: SubjectBox): number {
  const arm = subtract(pointIn(box, [0.5, 0.5, 0.5]), view.position)
  return (2 * vec3.dot(arm, view.forward)) / view.focal
}

/** Metres: the height of the subject, or its extent along the picture, over the aspect where that is sideways. */
export function extentOf({ forward }: View, aspect: number, box: SubjectBox): number {
  const points = outlineIn(box)
  const right = levelRight(forward)
  const up = cross(right, forward)
  return Math.max(
    extent(points, [0, 1, 0]),
    extent(points, up),
    extent(points, right) / aspect,
    1e-3,
  )
}

function extent(points: readonly Vec3[], axis: Vec3): number {
  const along = points.map((point) => vec3.dot(point, axis))
  return Math.max(...along) - Math.min(...along)
}

/** To the right of a line of sight, unrolled. */
function levelRight([x, , z]: Vec3): Vec3 {
  const length = Math.hypot(x, z)
  return length > 1e-6 ? [-z / length, 0, x / length] : [1, 0, 0]
}

/**
 * Metres along the line of sight to the subject: to where that line meets it, or, where it passes it by, to where the
 * middle of what is seen of it is.
 */
function depthOf(view: View, aspect: number, box: SubjectBox): number | undefined {
  const ahead = entryAt(view, box, 0, 0)
  if (ahead !== undefined) return ahead
  const seen = clipped(around(outlineIn(box), view), aspect)
  if (!seen) return undefined
  const beside = entryAt(view, box, (seen.left + seen.right) / 2, (seen.bottom + seen.top) / 2)
  if (beside !== undefined) return beside
  // Between its parts, or past the rounding of a turned box: its nearest corner.
  const depths = outlineIn(box).map((point) =>
    vec3.dot(subtract(point, view.position), view.forward),
  )
  const nearest = Math.min(...depths)
  return nearest > 0 ? nearest : undefined
}

/** The depth at which the line through a place of the picture, in its heights from the middle, meets the subject. */
function entryAt(view: View, box: SubjectBox, x: number, y: number): number | undefined {
  const [right, up] = view.axis ?? [0, 0]
  const way = add(
    view.forward,
    add(
      times(view.right, (2 * (x - right)) / view.focal),
      times(view.up, (2 * (y - up)) / view.focal),
    ),
  )
  return metAt(box, view.position, way)
}

/** The rectangle that holds the whole box, in the picture and beyond it; sides that are behind the camera reach far out. */
export function rectangleOf(view: View, box: SubjectBox): Rectangle {
  return around(cornersOf(box), view)
}

/** Nearer than this to the camera's own plane, metres, a point counts as this far. */
const NEAR = 0.01

export function around(
  points: readonly Vec3[],
  { position, forward, right, up, focal, axis = [0, 0] }: View,
): Rectangle {
  const places = points.map((point) => {
    const arm = subtract(point, position)
    const scale = focal / (2 * Math.max(vec3.dot(arm, forward), NEAR))
    return [axis[0] + vec3.dot(arm, right) * scale, axis[1] + vec3.dot(arm, up) * scale] as const
  })
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  }
}

/** What of a rectangle is in the picture. */
export function clipped(rectangle: Rectangle, aspect: number): Rectangle | undefined {
  const inside = {
    left: Math.max(rectangle.left, -aspect / 2),
    right: Math.min(rectangle.right, aspect / 2),
    bottom: Math.max(rectangle.bottom, -0.5),
    top: Math.min(rectangle.top, 0.5),
  }
  return inside.right > inside.left && inside.top > inside.bottom ? inside : undefined
}

/** Share of the box's rectangle that is in the picture, 0..1. */
export function shareInPicture(view: View, aspect: number, box: SubjectBox): number {
  const whole = rectangleOf(view, box)
  const inside = clipped(whole, aspect)
  const area = ({ left, right, bottom, top }: Rectangle) => (right - left) * (top - bottom)
  return inside ? area(inside) / area(whole) : 0
}
