import { ExtrudeGeometry, Shape, Vector2 } from 'three'
import type { ShapeOf } from './index.ts'
import { boxMapped } from './metres.ts'

export function prism({ outline, depth, bevel = 0 }: ShapeOf<'prism'>) {
  const shape = new Shape(outline.map(([x, y]) => new Vector2(x, y)))
  const geometry = new ExtrudeGeometry(shape, {
    depth: depth - 2 * bevel,
    bevelEnabled: bevel > 0,
    bevelSize: bevel,
    bevelOffset: -bevel,
    bevelThickness: bevel,
    bevelSegments: 2,
  })
  return boxMapped(geometry.translate(0, 0, -depth / 2 + bevel))
}
