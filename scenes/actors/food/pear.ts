import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { ball, bar, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const FLESH = [
  [0, 0.05],
  [0.13, 0],
  [0.36, 0.06],
  [0.44, 0.26],
  [0.38, 0.46],
  [0.22, 0.64],
  [0.185, 0.8],
  [0.13, 0.87],
  [0, 0.86],
] as const

export const pear = defineKind({
  kind: 'pear',
  doc: 'A pear with a stalk and a leaf.',
  fields: {
    height: z.number().min(0.01).max(2).default(0.11).describe('Metres, stalk included.'),
    color: Color.default('#b9b93a').describe('Of the skin.'),
  },
  blueprint: ({ height: h, color }) => ({
    parts: [
      lathed(eased(scaled(FLESH, h, h)), { color, roughness: 0.4 }),
      bar(
        [
          [0, h * 0.84, 0],
          [h * 0.01, h * 0.92, 0],
          [h * 0.06, h, 0],
        ],
        h * 0.018,
        { color: '#5a3d22', roughness: 0.8 },
      ),
      {
        ...ball([h * 0.26, h * 0.02, h * 0.12], [h * 0.14, h * 0.9, 0], {
          color: '#4f8a2e',
          roughness: 0.6,
        }),
        rotation: [0, 20, 18],
      },
    ],
  }),
})
