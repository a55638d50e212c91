import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const SKIN = [
  [0, 0.07],
  [0.1, 0.05],
  [0.26, 0.005],
  [0.42, 0],
  [0.6, 0.06],
  [0.78, 0.2],
  [0.94, 0.42],
  [1, 0.62],
  [0.97, 0.8],
  [0.84, 0.94],
  [0.62, 1],
  [0.4, 0.985],
  [0.2, 0.92],
  [0.08, 0.85],
  [0, 0.81],
] as const

export const apple = defineKind({
  kind: 'apple',
  doc: 'An apple with stem and leaf.',
  fields: {
    size: z.number().min(0.02).max(2).default(0.08).describe('Diameter, metres.'),
    color: Color.default('red').describe('Of the skin.'),
  },
  blueprint: ({ size: s, color }) => ({
    parts: [
      {
        shape: { kind: 'lathe', profile: scaled(eased(SKIN), s / 2, s * 0.9) },
        material: { color, roughness: 0.28 },
      },
      bar(
        [
          [0, s * 0.72, 0],
          [s * 0.01, s * 0.9, 0],
          [s * 0.08, s * 1.1, s * 0.02],
        ],
        s * 0.022,
        { color: '#54391f', roughness: 0.9 },
        s * 0.03,
      ),
      {
        shape: {
          kind: 'prism',
          outline: scaled(
            [
              [0, 0],
              [0.3, -0.13],
              [0.6, -0.14],
              [1, 0],
              [0.65, 0.15],
              [0.3, 0.14],
            ],
            s * 0.42,
            s * 0.42,
          ),
          depth: s * 0.012,
        },
        at: [s * 0.02, s * 0.93, 0],
        rotation: [-62, -24, 14],
        material: { color: '#4f8a34', roughness: 0.5 },
      },
    ],
  }),
  pivot: ({ size }) => [0, size * 0.45, 0],
})
