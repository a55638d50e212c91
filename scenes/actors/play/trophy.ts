import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, block, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const CUP = [
  [0, 0.2],
  [0.15, 0.2],
  [0.14, 0.23],
  [0.05, 0.28],
  [0.04, 0.36],
  [0.07, 0.42],
  [0.2, 0.52],
  [0.25, 0.68],
  [0.27, 0.98],
  [0.285, 1],
  [0.26, 1],
  [0.24, 0.96],
  [0.22, 0.7],
  [0.1, 0.54],
  [0, 0.52],
] as const

export const trophy = defineKind({
  kind: 'trophy',
  doc: 'A cup with two handles on a plinth.',
  fields: {
    height: z.number().min(0.03).max(4).default(0.38).describe('Metres.'),
    color: Color.default('gold').describe('Of the metal.'),
  },
  blueprint: ({ height: h, color }) => {
    const gold = { surface: 'metal', color, roughness: 0.2 } as const
    const handle = (s: number): Vec3[] => [
      [s * h * 0.25, h * 0.9, 0],
      [s * h * 0.36, h * 0.93, 0],
      [s * h * 0.43, h * 0.82, 0],
      [s * h * 0.38, h * 0.66, 0],
      [s * h * 0.27, h * 0.57, 0],
      [s * h * 0.19, h * 0.55, 0],
    ]
    return {
      parts: [
        block(
          [h * 0.42, h * 0.1, h * 0.42],
          [0, 0, 0],
          { color: '#4a2c1a', roughness: 0.4 },
          h * 0.012,
        ),
        block(
          [h * 0.34, h * 0.11, h * 0.34],
          [0, h * 0.1, 0],
          { color: '#4a2c1a', roughness: 0.4 },
          h * 0.012,
        ),
        block([h * 0.2, h * 0.06, h * 0.01], [0, h * 0.125, h * 0.17], gold, 0),
        lathed(eased(scaled(CUP, h, h)), gold),
        bar(handle(-1), h * 0.022, gold),
        bar(handle(1), h * 0.022, gold),
      ],
    }
  },
})
