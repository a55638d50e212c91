import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { ball, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const BRONZE = [
  [0.47, 0],
  [0.5, 0.01],
  [0.44, 0.12],
  [0.34, 0.3],
  [0.28, 0.5],
  [0.22, 0.62],
  [0.08, 0.66],
  [0, 0.665],
] as const
const GRIP = [
  [0, 0.65],
  [0.05, 0.66],
  [0.05, 0.72],
  [0.085, 0.86],
  [0.07, 1.0],
  [0.09, 1.06],
  [0.05, 1.12],
  [0, 1.13],
] as const

export const bell = defineKind({
  kind: 'bell',
  doc: 'A hand bell with a wooden grip.',
  fields: {
    width: z.number().min(0.02).max(4).default(0.13).describe('Metres.'),
    color: Color.default('gold').describe('Of the metal.'),
  },
  blueprint: ({ width: w, color }) => {
    const bronze = { surface: 'metal', color, roughness: 0.25 } as const
    return {
      parts: [
        lathed(eased(scaled(BRONZE, w, w)), bronze),
        lathed(
          scaled(
            [
              [0.41, 0.16],
              [0.43, 0.17],
              [0.415, 0.2],
              [0.39, 0.2],
            ],
            w,
            w,
          ),
          bronze,
        ),
        lathed(
          scaled(
            [
              [0, 0.58],
              [0.2, 0.56],
              [0.26, 0.44],
              [0.32, 0.26],
              [0.44, 0.02],
              [0.47, 0],
            ].reverse() as [number, number][],
            w,
            w,
          ),
          { color: '#4a3a18', roughness: 0.6 },
        ),
        ball([w * 0.16, w * 0.16, w * 0.16], [0, w * 0.02, 0] as Vec3, {
          color: '#5b5e62',
          roughness: 0.4,
        }),
        lathed(eased(scaled(GRIP, w, w)), { color: '#5e3820', roughness: 0.35 }),
      ],
    }
  },
})
