import { Matrix4, type Object3D } from 'three'
import { boundsOf, type Part, type Shape, type ShapeOf } from '#scenes'
import { placeOf } from '../actors/place.ts'

/** What has flat sides that things can stand on or before: a solid, a sheet, the ground. */
export interface Support {
  kind: SupportKind
  /** From the frame of the box around it, its origin in the middle, to that of the thing that carries it. */
  place: Matrix4
  /** Half sizes of that box, metres. */
  half: [number, number, number]
  /** Hills and dunes. */
  terrain?: ShapeOf<'terrain'>
}

export type SupportKind = 'box' | 'cylinder' | 'plane' | 'prism' | 'terrain'

/** A support on the actor that carries it. */
export interface CarriedSupport extends Support {
  node: Object3D
}

/** Smaller than this nobody sees what lies on it, pixels. */
const SMALLEST = 12

/** @param pixelsPerMetre how large the actor is drawn at its nearest */
export function supportsOf(parts: Part[], pixelsPerMetre: number): Support[] {
  return parts.flatMap((part): Support[] => {
    const { shape } = part
    if (!isFlatSided(shape)) return []
    const { min, max } = boundsOf([{ shape, material: {} }])
    const half = [0, 1, 2].map((k) => (max[k] - min[k]) / 2) as [number, number, number]
    const [, second] = half.toSorted((a, b) => b - a) as [number, number, number]
    if (2 * second * pixelsPerMetre < SMALLEST) return []
    const middle = [0, 1, 2].map((k) => (max[k] + min[k]) / 2) as [number, number, number]
    const place = placeOf(part).multiply(new Matrix4().makeTranslation(...middle))
    const terrain = shape.kind === 'terrain' && shape.relief !== 'flat' ? shape : undefined
    return [{ kind: shape.kind, place, half, ...(terrain && { terrain }) }]
  })
}

function isFlatSided(shape: Shape): shape is ShapeOf<SupportKind> {
  return ['box', 'cylinder', 'plane', 'prism', 'terrain'].includes(shape.kind)
}
