import { TorusGeometry } from 'three'
import type { ShapeOf } from './index.ts'
import { stretched } from './metres.ts'

export function torus({ radius, tube, arc = 360 }: ShapeOf<'torus'>) {
  const geometry = new TorusGeometry(radius, tube, 16, Math.max(12, Math.round((arc / 360) * 48)), (arc * Math.PI) / 180)
  geometry.rotateX(Math.PI / 2).translate(0, tube, 0)
  return stretched(geometry, 2 * Math.PI * radius, 2 * Math.PI * tube)
}
