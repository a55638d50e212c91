import { CylinderGeometry } from 'three'
import { roundingSteps, sidesOf, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { boxMapped } from './metres.ts'
import { arc, turned } from './turned.ts'

/** With few sides a prism of flat faces; else round, its rims bevelled. `topRadius` 0 is a cone. */
export function cylinder(
  { radius, topRadius = radius, height, bevel = 0, sides }: ShapeOf<'cylinder'>,
  detail: Detail,
) {
  if (sides !== undefined && sides < 12) {
    const prism = new CylinderGeometry(topRadius, radius, height, sides).toNonIndexed()
    prism.computeVertexNormals()
    return boxMapped(prism.translate(0, height / 2, 0))
  }
  const steps = roundingSteps(bevel, detail)
  const rim = (r: number) => (steps === 0 ? 0 : Math.min(bevel, height / 2, r))
  const low = rim(radius)
  const high = rim(topRadius)
  return turned(
    [
      [0, 0],
      ...(low > 0
        ? arc([radius - low, low], low, -90, 0, steps)
        : ([[radius, 0]] as [number, number][])),
      ...(high > 0
        ? arc([topRadius - high, height - high], high, 0, 90, steps)
        : ([[topRadius, height]] as [number, number][])),
      ...(topRadius > 0 ? ([[0, height]] as [number, number][]) : []),
    ],
    sidesOf(Math.max(radius, topRadius), detail),
  )
}
