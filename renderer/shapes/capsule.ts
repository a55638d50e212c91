import type { ShapeOf } from './index.ts'
import { arc, turned } from './turned.ts'

export function capsule({ radius, height }: ShapeOf<'capsule'>) {
  return turned([...arc([0, radius], radius, -90, 0, 10), ...arc([0, height - radius], radius, 0, 90, 10)], 32)
}
