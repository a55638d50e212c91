import { sidesOf, straightening, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { turned } from './turned.ts'

export function lathe({ profile }: ShapeOf<'lathe'>, detail: Detail) {
  const widest = Math.max(...profile.map(([radius]) => radius))
  return turned(
    profile,
    sidesOf(widest, detail),
    detail.keepsRings ? 'every point' : straightening(detail),
  )
}
