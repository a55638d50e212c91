import { PlaneGeometry } from 'three'
import type { ShapeOf } from '#scenes'
import { stretched } from './metres.ts'

export function plane({ size: [width, depth] }: ShapeOf<'plane'>) {
  return stretched(new PlaneGeometry(width, depth).rotateX(-Math.PI / 2), width, depth)
}
