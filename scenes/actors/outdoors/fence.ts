import { z } from 'zod'
import { Color, Size } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const fence = defineKind({
  kind: 'fence',
  doc: 'A wooden picket fence along X.',
  fields: {
    length: Size.max(60).default(4).describe('Metres.'),
    height: z.number().min(0.3).max(3).default(1.05).describe('Of the pickets, metres.'),
    color: Color.default('white').describe('Of the paint.'),
  },
  blueprint: ({ length, height, color }, random) => {
    const wood = { surface: 'wood', color } as const
    const posts = Math.max(1, Math.round(length / 2))
    const pickets = Math.max(1, Math.floor(length / 0.15))
    const rails = [0.24, 0.72].map((share) =>
      block([length, 0.08, 0.035], [0, height * share, -0.035], wood),
    )
    const stands = Array.from({ length: posts + 1 }, (_, i): Part[] => {
      const x = (i / posts - 0.5) * (length - 0.1)
      return [
        block([0.1, height * 0.98, 0.1], [x, 0, -0.1], wood),
        {
          shape: { kind: 'cylinder', radius: 0.09, topRadius: 0, height: 0.06, sides: 4 },
          at: [x, height * 0.98, -0.1],
          rotation: [0, 45, 0],
          material: wood,
        },
      ]
    })
    const boards = Array.from({ length: pickets }, (_, i): Part => ({
      shape: {
        kind: 'prism',
        outline: pointed(0.085, height * random.between(0.985, 1.015) - 0.05),
        depth: 0.02,
        bevel: 0.003,
      },
      at: [((i + 0.5) / pickets - 0.5) * length, 0.05, 0],
      rotation: [0, 0, random.between(-0.7, 0.7)],
      material: wood,
    }))
    return { parts: [...rails, ...stands.flat(), ...boards] }
  },
})

function pointed(width: number, height: number): [number, number][] {
  const half = width / 2
  return [
    [-half, 0],
    [half, 0],
    [half, height - half],
    [0, height],
    [-half, height - half],
  ]
}
