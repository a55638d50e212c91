import type { Vec3 } from '../../schema/values.ts'
import { subtract } from '../../take/pose.ts'
import { vec3 } from 'gl-matrix'
import { placeOf } from '../labels/around.ts'
import { around, extentOf, heightAt, shareInPicture, sizeOf } from '../labels/size.ts'
import type { View } from '../labels/view.ts'
import { pointIn, type SubjectBox } from '../subject-box.ts'
import { CROWN, EYES, SIZES } from './scale.ts'

/** Share of the subject, or of the part of it that the shot is about, that must be in the picture. */
const ENOUGH = 0.9

/** Of the picture's height: as near as this the head may come to its upper edge. */
const LEAST_HEADROOM = 0.015

/** Share of the picture, from its middle to an edge, in which the part lies that a close shot is about. */
const FRAMED = 0.92

/** Places of a part that are followed over a shot. */
const MOST_POINTS = 60

/** Places of the box looked at, by shares of its width, height and depth. */
const GRID: Vec3[] = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) =>
  Array.from({ length: 33 }, (_, i) => (i + 0.5) / 33).flatMap((y) =>
    [0.1, 0.5, 0.9].map((z): Vec3 => [x, y, z]),
  ),
)

/** The part of the subject that a shot is about: shares of its box; for whole subjects all of it. */
export function framedPart(view: View, aspect: number, box: SubjectBox, isWhole: boolean): Vec3[] {
  if (isWhole) return GRID
  const height = heightAt(view, aspect, box) ?? extentOf(view, aspect, box)
  const depth = (height * view.focal) / 2
  const part = GRID.filter((shares) => {
    const arm = subtract(pointIn(box, shares), view.position)
    return (
      Math.abs(vec3.dot(arm, view.right)) <= (FRAMED * height * aspect) / 2 &&
      Math.abs(vec3.dot(arm, view.up)) <= (FRAMED * height) / 2 &&
      Math.abs(vec3.dot(arm, view.forward) - depth) <= Math.max(height / 2, 0.2 * depth)
    )
  })
  // Evenly thinned out: every one of them is asked for at every frame.
  const every = Math.ceil(part.length / MOST_POINTS)
  return part.filter((_, i) => i % every === 0)
}

/** What is wrong with how a view shows a part of the subject: cut off, or the head against the upper edge. */
export function isHeld(
  view: View,
  aspect: number,
  box: SubjectBox,
  part: readonly Vec3[],
  first: number,
): 'cut' | 'head' | undefined {
  const size = sizeOf(view, aspect, box)
  if (size === undefined) return 'cut'
  const whole = part.length === GRID.length && size >= 1
  if (whole && shareInPicture(view, aspect, box) < ENOUGH) return 'cut'
  if (!whole) {
    // Nearer by than at first: what is left of the part about its middle, or about the eyes.
    const share = Math.min(1, size / Math.max(first, 1e-6))
    const focus: Vec3 = [0.5, box.isPerson ? EYES : 0.5, 0.5]
    const inside = part.filter((shares) => {
      const near = shares.map(
        (value, k) => (focus[k] as number) + (value - (focus[k] as number)) * share,
      ) as Vec3
      const { left, top } = around([pointIn(box, near)], view)
      return Math.abs(left) <= aspect / 2 && Math.abs(top) <= 0.5
    })
    if (part.length === 0 || inside.length < ENOUGH * part.length) return 'cut'
  }
  const isHeadroomKept = size > SIZES['extreme close-up'] * 1.35 && Math.abs(view.forward[1]) < 0.9
  return box.isPerson && isHeadroomKept && headOf(view, box) > 0.5 - LEAST_HEADROOM
    ? 'head'
    : undefined
}

/** How high in the picture the crown of a person's head is, in heights from the middle. */
export function headOf(view: View, box: SubjectBox): number {
  return around(
    [0.35, 0.5, 0.65].map((x) => pointIn(box, [x, CROWN, 0.5])),
    view,
  ).top
}

/** Whether what one looks for of every actor is in the picture: the eyes of a person, the middle of a thing. */
export function isMet(view: View, aspect: number, boxes: readonly SubjectBox[]): boolean {
  return boxes.every((box) => {
    const at = placeOf(pointIn(box, [0.5, box.isPerson ? EYES : 0.5, 0.5]), view)
    return at !== undefined && Math.abs(at.x) <= 0.49 * aspect && Math.abs(at.y) <= 0.49
  })
}
