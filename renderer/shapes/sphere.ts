import { SphereGeometry } from 'three'
import { sidesOf, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { stretched } from './metres.ts'

export function sphere({ radius }: ShapeOf<'sphere'>, detail: Detail) {
  const sides = sidesOf(radius, detail)
  const geometry = new SphereGeometry(radius, sides, Math.ceil(sides * 0.6)).translate(0, radius, 0)
  return stretched(geometry, 2 * Math.PI * radius, Math.PI * radius)
}
