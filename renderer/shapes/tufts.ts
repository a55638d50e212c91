import { BufferGeometry, Float32BufferAttribute } from 'three'
import { scatter } from '#scenes'
import type { ShapeOf } from './index.ts'

/** Blades of grass as one geometry: each a bent strip of three triangles, leaning its own way. */
export function tufts({ area, count, height, width, seed, keepOut = [] }: ShapeOf<'tufts'>) {
  const position: number[] = []
  const normal: number[] = []
  const uv: number[] = []
  const index: number[] = []
  for (let i = 0; i < count; i++) {
    const chance = (k: number) => scatter(i * 8 + k, seed)
    const [x, z] = [(chance(0) - 0.5) * area[0], (chance(1) - 0.5) * area[1]]
    if (keepOut.some(({ center, radius }) => Math.hypot(x - center[0], z - center[1]) < radius))
      continue
    const heading = chance(2) * 2 * Math.PI
    const tall = height * (0.6 + 0.6 * chance(3))
    const lean = tall * (0.15 + 0.5 * chance(4))
    const [sx, sz] = [(Math.cos(heading) * width) / 2, (Math.sin(heading) * width) / 2]
    const [lx, lz] = [-Math.sin(heading) * lean, Math.cos(heading) * lean]
    const strip = [
      [x - sx, 0, z - sz],
      [x + sx, 0, z + sz],
      [x + lx * 0.35 + sx * 0.7, tall * 0.6, z + lz * 0.35 + sz * 0.7],
      [x + lx * 0.35 - sx * 0.7, tall * 0.6, z + lz * 0.35 - sz * 0.7],
      [x + lx, tall, z + lz],
    ] as const
    const first = position.length / 3
    for (const corner of [0, 1, 2, 0, 2, 3, 3, 2, 4]) index.push(first + corner)
    for (const corner of strip) {
      position.push(...corner)
      normal.push(0, 1, 0)
      uv.push(x, z)
    }
  }
  return new BufferGeometry()
    .setIndex(index)
    .setAttribute('position', new Float32BufferAttribute(position, 3))
    .setAttribute('normal', new Float32BufferAttribute(normal, 3))
    .setAttribute('uv', new Float32BufferAttribute(uv, 2))
}
