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
  /** How thick the paint on its top is, metres. */
  coat?: number
}

export type SupportKind = 'box' | 'cylinder' | 'plane' | 'prism' | 'terrain'

/** A support on the actor that carries it. */
export interface CarriedSupport extends Support {
  node: Object3D
}

/** A sheet or board no higher than this over a top of its actor is paint on it, metres: what stands there stands on both. */
const THICKEST_COAT = 0.01

/** Smaller than this nobody sees what lies on it, pixels. */
const SMALLEST = 12

/** @param pixelsPerMetre how large the actor is drawn at its nearest */
export function supportsOf(parts: Part[], pixelsPerMetre: number): Support[] {
  const coats = coatsOf(parts)
  return parts.flatMap((part): Support[] => {
    const { shape } = part
    if (!isFlatSided(shape) || coats.paint.has(part)) return []
    const { min, max } = boundsOf([{ shape, material: {} }])
    const half = [0, 1, 2].map((k) => (max[k] - min[k]) / 2) as [number, number, number]
    const [, second] = half.toSorted((a, b) => b - a) as [number, number, number]
    if (2 * second * pixelsPerMetre < SMALLEST) return []
    const middle = [0, 1, 2].map((k) => (max[k] + min[k]) / 2) as [number, number, number]
    const place = placeOf(part).multiply(new Matrix4().makeTranslation(...middle))
    const terrain = shape.kind === 'terrain' && shape.relief !== 'flat' ? shape : undefined
    const coat = coats.on.get(part)
    return [{ kind: shape.kind, place, half, ...(terrain && { terrain }), ...(coat && { coat }) }]
  })
}

/** Which parts are paint, and how thick it lies on others. */
function coatsOf(parts: Part[]): { paint: Set<Part>; on: Map<Part, number> } {
  const paint = new Set<Part>()
  const on = new Map<Part, number>()
  const level = parts.filter(({ rotation }) => !rotation?.some((angle) => angle !== 0))
  const bounds = new Map(level.map((part) => [part, boundsOf([part])]))
  for (const [sheet, { min, max }] of bounds) {
    for (const [under, { min: from, max: to }] of bounds) {
      const coat = max[1] - to[1]
      const lies = coat > 0 && coat <= THICKEST_COAT && isPaintOn(under, sheet)
      if (!lies || ![0, 2].every((k) => min[k] >= from[k] && max[k] <= to[k])) continue
      paint.add(sheet)
      on.set(under, Math.max(coat, on.get(under) ?? 0))
    }
  }
  return { paint, on }
}

/** Of what lies within its outline: a rug's field on its border, the lines on a road. */
function isPaintOn({ shape: under }: Part, { shape: sheet }: Part): boolean {
  return under.kind === 'box'
    ? ['plane', 'box', 'cylinder'].includes(sheet.kind)
    : under.kind === 'cylinder' && sheet.kind === 'cylinder'
}

function isFlatSided(shape: Shape): shape is ShapeOf<SupportKind> {
  return ['box', 'cylinder', 'plane', 'prism', 'terrain'].includes(shape.kind)
}
