import { TorusGeometry } from 'three'
import { sidesOf, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { stretched } from './metres.ts'

export function torus({ radius, tube, arc = 360 }: ShapeOf<'torus'>, detail: Detail) {
  const around = Math.max(4, Math.ceil((arc / 360) * sidesOf(radius + tube, detail)))
  const geometry = new TorusGeometry(
    radius,
    tube,
    sidesOf(tube, detail),
    around,
    (arc * Math.PI) / 180,
  )
  geometry.rotateX(Math.PI / 2).translate(0, tube, 0)
  return stretched(geometry, 2 * Math.PI * radius, 2 * Math.PI * tube)
}
