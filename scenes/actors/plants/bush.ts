import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around } from '../../shape/place.ts'
import { clump } from '../../shape/plants/clump.ts'
import { defineKind } from '../kind.ts'

const CLUMPS = 12

export const bush = defineKind({
  kind: 'bush',
  doc: 'A rounded garden shrub, leafy down to the ground.',
  fields: {
    width: z.number().min(0.2).max(10).default(1.4).describe('Metres across.'),
    height: z.number().min(0.2).max(6).default(1.05).describe('Metres.'),
    color: Color.default('#5f753c').describe('Of the leaves.'),
  },
  blueprint: ({ width, height, color }, random) => ({
    parts: Array.from({ length: CLUMPS }, (_, i) => {
      // A sunflower spiral over a dome, from its top outwards.
      const ring = Math.sqrt(i / CLUMPS)
      const size = random.between(0.5, 0.66) * Math.min(width, height * 1.4)
      const y = size * 0.24 + (height - size * 0.73) * Math.sqrt(1 - ring * ring * 1.08)
      const center = around(
        i * 137.5 + random.between(-15, 15),
        ((width - size) / 2) * ring * 1.06,
        y,
      )
      return clump(
        {
          center,
          size,
          color,
          crown: [0, height * 0.3, 0],
          light: 0.92 + (0.24 * y) / height,
          leaf: 0.04 + 0.025 * height,
          count: 260,
        },
        random,
      )
    }).flat(),
  }),
})
