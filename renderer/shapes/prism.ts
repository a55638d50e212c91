import { ExtrudeGeometry, Shape, Vector2 } from 'three'
import { roundingSteps, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { boxMapped } from './metres.ts'

export function prism({ outline, depth, bevel: asked = 0 }: ShapeOf<'prism'>, detail: Detail) {
  const steps = roundingSteps(asked, detail)
  const bevel = steps === 0 ? 0 : asked
  const shape = new Shape(outline.map(([x, y]) => new Vector2(x, y)))
  const geometry = new ExtrudeGeometry(shape, {
    depth: depth - 2 * bevel,
    bevelEnabled: bevel > 0,
    bevelSize: bevel,
    bevelOffset: -bevel,
    bevelThickness: bevel,
    bevelSegments: Math.min(steps, 2),
  })
  return boxMapped(geometry.translate(0, 0, -depth / 2 + bevel))
}
