import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import type { Random } from '../../random.ts'
import { aligned, around, bar } from '../../shape/place.ts'
import { add, cross, times } from '../../take/pose.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const flowers = defineKind({
  kind: 'flowers',
  doc: 'A small clump of flowers in bloom.',
  fields: {
    color: Color.default('yellow').describe('Of the petals.'),
    heart: Color.default('#6f4526').describe('Of the middle of each flower.'),
    count: z.int().min(1).max(20).default(9).describe('How many are in bloom.'),
    width: z.number().min(0.1).max(3).default(0.55).describe('Of the clump, metres across.'),
    height: z.number().min(0.05).max(2).default(0.42).describe('Metres.'),
  },
  blueprint: ({ color, heart, count, width, height }, random) => ({
    parts: [
      {
        shape: {
          kind: 'tufts',
          area: [width, width],
          count: 90,
          height: height * 0.55,
          width: 0.014,
          seed: random.int(0, 65535),
        },
        material: { surface: 'leaves', color: '#4f7f35' },
      },
      ...Array.from({ length: count }, (_, i) => {
        const spot = around(i * 137.5, (width / 2) * Math.sqrt((i + 0.3) / count) * 0.85)
        return bloom(spot, height * random.between(0.72, 0.96), height * 0.14, color, heart, random)
      }).flat(),
    ],
  }),
})

/** A stem, a ring of petals that faces up and outwards, a domed middle. */
function bloom(
  [x, , z]: Vec3,
  tall: number,
  size: number,
  color: string,
  heart: string,
  random: Random,
): Part[] {
  const heading = (Math.atan2(x, z) * 180) / Math.PI + random.between(-30, 30)
  const head: Vec3 = [x * 1.15, tall, z * 1.15]
  const tint = shade(color, random.pick([0.94, 1, 1.05]))
  const tilt = random.between(15, 45)
  const facing = add(
    [0, Math.cos((tilt * Math.PI) / 180), 0],
    around(heading, Math.sin((tilt * Math.PI) / 180)),
  )
  const [side, up] = [around(heading + 90, 1), cross(facing, around(heading + 90, 1))]
  const petals = Array.from({ length: 9 }, (_, i): Part => {
    const angle = (i * 2 * Math.PI) / 9
    const along = add(times(side, Math.cos(angle)), times(up, Math.sin(angle)))
    return {
      shape: { kind: 'prism', outline: petal(size), depth: 0.004 },
      at: head,
      rotation: aligned(add(along, times(facing, 0.18)), cross(facing, along)),
      material: { color: tint, roughness: 0.65 },
    }
  })
  const middle: Part = {
    shape: {
      kind: 'blob',
      size: [size * 0.6, size * 0.45, size * 0.6],
      lumps: 0.1,
      seed: 1,
      detail: 2,
    },
    at: [head[0], head[1] - size * 0.2, head[2]],
    material: { color: heart, roughness: 0.9 },
  }
  return [
    bar([[x, 0, z], [x, tall * 0.6, z], head], 0.005, { color: '#4f7f35' }),
    ...petals,
    middle,
  ]
}

function petal(size: number): [number, number][] {
  return [
    [0, -0.1],
    [0.45, -0.2],
    [0.85, -0.17],
    [1, 0],
    [0.85, 0.17],
    [0.45, 0.2],
    [0, 0.1],
  ].map(([x, y]) => [(x as number) * size, (y as number) * size])
}
