import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { scaled } from '../../shape/profile.ts'
import { shade } from '../../shape/shade.ts'
import { defineKind } from '../kind.ts'

const OUTSIDE = [
  [0, 0.03],
  [0.38, 0.03],
  [0.4, 0],
  [0.46, 0],
  [0.47, 0.08],
  [0.66, 0.22],
  [0.84, 0.48],
  [0.95, 0.78],
  [1, 0.97],
  [0.985, 1],
] as const
const INSIDE = [
  [0.985, 1],
  [0.965, 0.985],
  [0.91, 0.78],
  [0.8, 0.5],
  [0.62, 0.27],
  [0.4, 0.15],
  [0, 0.12],
] as const

export const bowl = defineKind({
  kind: 'bowl',
  doc: 'A glazed bowl, lighter inside.',
  fields: {
    width: z.number().min(0.03).max(3).default(0.26).describe('Diameter, metres.'),
    color: Color.default('turquoise').describe('Of the glaze outside.'),
  },
  blueprint: ({ width, color }) => ({
    parts: [
      {
        shape: { kind: 'lathe', profile: scaled(OUTSIDE, width / 2, width * 0.42) },
        material: { color, roughness: 0.2 },
      },
      {
        shape: { kind: 'lathe', profile: scaled(INSIDE, width / 2, width * 0.42) },
        material: { color: shade(color, 1.25), roughness: 0.2 },
      },
    ],
  }),
})
