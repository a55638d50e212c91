import { sidesOf, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { arc, turned } from './turned.ts'

export function capsule({ radius, height }: ShapeOf<'capsule'>, detail: Detail) {
  const sides = sidesOf(radius, detail)
  const steps = Math.ceil(sides / 4)
  return turned(
    [
      ...arc([0, radius], radius, -90, 0, steps),
      ...arc([0, height - radius], radius, 0, 90, steps),
    ],
    sides,
  )
}
