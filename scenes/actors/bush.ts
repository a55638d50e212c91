import { z } from 'zod'
import { Color } from '../schema/values.ts'
import { around } from '../shape/place.ts'
import { clump } from '../shape/plants/clump.ts'
import { defineKind } from './kind.ts'

export const bush = defineKind({
  kind: 'bush',
  doc: 'A rounded garden shrub, leafy down to the ground.',
  fields: {
    width: z.number().min(0.2).max(10).default(1.4).describe('Metres across.'),
    height: z.number().min(0.2).max(6).default(1.05).describe('Metres.'),
    color: Color.default('#4a7a36').describe('Of the leaves.'),
  },
  blueprint: ({ width, height, color }, random) => ({
    parts: [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => {
      const middle = i > 5
      const size = (middle ? 0.72 : random.between(0.48, 0.62)) * Math.min(width, height * 1.4)
      const y = middle ? height - size * (i === 6 ? 0.4 : 0.62) : size * random.between(0.32, 0.5)
      const center = around(i * 63 + random.between(-15, 15), (width - size) * (middle ? 0.14 : 0.48), y)
      return clump({ center, size, color, light: 0.9 + (0.2 * y) / height, leaf: 0.055 + 0.03 * height, count: 240 }, random)
    }),
  }),
})
