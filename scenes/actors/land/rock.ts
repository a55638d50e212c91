import { z } from 'zod'
import { Color, Size } from '../../schema/values.ts'
import { mound } from '../../shape/mound.ts'
import { defineKind } from '../kind.ts'

export const rock = defineKind({
  kind: 'rock',
  doc: 'A boulder, a little sunk into the ground.',
  fields: {
    size: z
      .tuple([Size, Size, Size])
      .default([1.4, 0.9, 1.1])
      .describe('Width, height, depth in metres.'),
    color: Color.default('#85817a').describe('Of the stone.'),
    sand: Color.optional().describe('Of sand drifted up against it; by default there is none.'),
  },
  blueprint: ({ size: [width, height, depth], color, sand }, random) => {
    const stone = (share: number, x: number, z: number) => ({
      shape: {
        kind: 'blob' as const,
        size: [width * share, height * share * 1.6, depth * share] as [number, number, number],
        lumps: 0.26,
        seed: random.int(0, 65535),
        detail: 4 as const,
        faceted: true,
      },
      // Sunk nearly to its widest, so that it does not overhang the ground.
      at: [x * width, -height * share * 0.7, z * depth] as [number, number, number],
      rotation: [0, random.between(0, 360), 0] as [number, number, number],
      material: { surface: 'rock' as const, color },
    })
    const side = random.pick([-1, 1])
    return {
      parts: [
        stone(1, 0, 0),
        stone(0.45, 0.44 * side, 0.26),
        stone(0.2, 0.16 * side, 0.55),
        ...(sand ? [mound(Math.max(width, depth) * 0.85, height * 0.14, sand, random)] : []),
      ],
    }
  },
})
