import type { ShapeOf } from './index.ts'
import { turned } from './turned.ts'

export function lathe({ profile }: ShapeOf<'lathe'>) {
  return turned(profile, 40)
}
