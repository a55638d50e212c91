import { BoxGeometry, Vector3 } from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import { roundingSteps, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { boxMapped } from './metres.ts'

/** Edges catch the light only when they are round: 8 % of the thinnest side unless told otherwise. */
export function box({ size, bevel }: ShapeOf<'box'>, detail: Detail) {
  const [x, y, z] = size
  const thinnest = Math.min(x, y, z)
  const radius = Math.min(bevel ?? Math.min(thinnest * 0.08, 0.02), thinnest * 0.499)
  const steps = roundingSteps(radius, detail)
  const geometry =
    steps === 0
      ? new BoxGeometry(x, y, z)
      : new RoundedBoxGeometry(x, y, z, Math.min(steps, 2), radius)
  geometry.translate(0, y / 2, 0)
  if (!detail.fibrous) return boxMapped(geometry)
  const longest =
    x >= y && x >= z ? new Vector3(1, 0, 0) : y >= z ? new Vector3(0, 1, 0) : new Vector3(0, 0, 1)
  return boxMapped(geometry, longest)
}
