import { SphereGeometry } from 'three'
import type { ShapeOf } from './index.ts'
import { stretched } from './metres.ts'

export function sphere({ radius }: ShapeOf<'sphere'>) {
  const geometry = new SphereGeometry(radius, 40, 24).translate(0, radius, 0)
  return stretched(geometry, 2 * Math.PI * radius, Math.PI * radius)
}
