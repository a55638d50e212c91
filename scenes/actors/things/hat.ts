import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const FELT = [
  [0.3, 0.012],
  [0.34, 0],
  [0.46, 0.012],
  [0.5, 0.05],
  [0.49, 0.06],
  [0.44, 0.032],
  [0.33, 0.035],
  [0.3, 0.06],
  [0.285, 0.25],
  [0.3, 0.47],
  [0.325, 0.56],
  [0.315, 0.58],
  [0, 0.585],
] as const

export const hat = defineKind({
  kind: 'hat',
  doc: 'A top hat with a band.',
  fields: {
    width: z.number().min(0.05).max(3).default(0.3).describe('Of the brim, metres.'),
    color: Color.default('#1d1d21').describe('Of the felt.'),
    band: Color.default('maroon').describe('Of the band.'),
  },
  blueprint: ({ width: w, color, band }) => ({
    parts: [
      {
        ...lathed(scaled(FELT, w, w), { surface: 'fabric', color, roughness: 0.6 }),
        scale: [0.86, 1, 1],
      },
      {
        ...lathed(
          scaled(
            [
              [0.296, 0.06],
              [0.306, 0.062],
              [0.297, 0.15],
              [0.288, 0.152],
            ],
            w,
            w,
          ),
          {
            color: band,
            roughness: 0.4,
          },
        ),
        scale: [0.86, 1, 1],
      },
    ],
  }),
})
