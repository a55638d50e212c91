import { z } from 'zod'
import { heart, tongue } from '../../shape/flame.ts'
import { around } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const flame = defineKind({
  kind: 'flame',
  doc: 'One flame, without a light of its own: the moving part of a fire.',
  fields: {
    height: z.number().min(0.02).max(5).default(0.6).describe('Metres.'),
  },
  blueprint: ({ height: h }, random) => ({
    parts: [
      tongue([0, 0, 0], h, h * 0.085, random),
      tongue(
        around(random.between(0, 360), h * 0.05),
        h * random.between(0.55, 0.75),
        h * 0.06,
        random,
      ),
      heart([0, 0, 0], h * 0.55, h * 0.07),
    ],
  }),
})
