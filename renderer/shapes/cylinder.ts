import { CylinderGeometry } from 'three'
import type { ShapeOf } from './index.ts'
import { boxMapped } from './metres.ts'
import { arc, turned } from './turned.ts'

/** With few sides a prism of flat faces; else round, its rims bevelled. `topRadius` 0 is a cone. */
export function cylinder({ radius, topRadius = radius, height, bevel = 0, sides = 32 }: ShapeOf<'cylinder'>) {
  if (sides < 12) {
    const prism = new CylinderGeometry(topRadius, radius, height, sides).toNonIndexed()
    prism.computeVertexNormals()
    return boxMapped(prism.translate(0, height / 2, 0))
  }
  const rim = (r: number) => Math.min(bevel, height / 2, r)
  const low = rim(radius)
  const high = rim(topRadius)
  const steps = bevel < FINE ? 2 : 5
  return turned(
    [
      [0, 0],
      ...(low > 1e-4 ? arc([radius - low, low], low, -90, 0, steps) : ([[radius, 0]] as [number, number][])),
      ...(high > 1e-4 ? arc([topRadius - high, height - high], high, 0, 90, steps) : ([[topRadius, height]] as [number, number][])),
      ...(topRadius > 0 ? ([[0, height]] as [number, number][]) : []),
    ],
    sides,
  )
}

/** Rims rounder than this, metres, are seen to be round. */
const FINE = 0.02
