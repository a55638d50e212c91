import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const STICK = [
  [0, 0],
  [1, 0],
  [1, 0.06],
  [0.8, 0.12],
  [0.3, 0.16],
  [0.22, 0.24],
  [0.3, 0.28],
  [0.18, 0.34],
  [0.16, 0.62],
  [0.26, 0.68],
  [0.4, 0.86],
  [0.44, 0.94],
  [0.42, 1],
  [0, 1],
] as const
const FLAME = [
  [0, 0],
  [0.7, 0.08],
  [1, 0.24],
  [0.85, 0.46],
  [0.45, 0.72],
  [0.15, 0.92],
  [0, 1],
] as const

export const candle = defineKind({
  kind: 'candle',
  doc: 'A candle in a brass holder.',
  fields: {
    height: z.number().min(0.04).max(2).default(0.26).describe('Without the flame, metres.'),
    color: Color.default('cream').describe('Of the wax.'),
    lit: z.boolean().default(true).describe('It burns.'),
  },
  blueprint: ({ height: h, color, lit }) => {
    const r = h * 0.055
    const top = h * 0.96
    return {
      parts: [
        {
          shape: { kind: 'lathe', profile: scaled(STICK, h * 0.2, h * 0.34) },
          material: { surface: 'metal', color: '#c9a04a', roughness: 0.25 },
        },
        {
          shape: {
            kind: 'cylinder',
            radius: r,
            topRadius: r * 0.86,
            height: h * 0.64,
            bevel: r * 0.2,
          },
          at: [0, h * 0.32, 0] as Vec3,
          material: { color, roughness: 0.5, ...(lit && { glow: 0.35, glowColor: '#ffb060' }) },
        },
        {
          shape: { kind: 'capsule', radius: r * 0.22, height: h * 0.14 },
          at: [r * 0.78, h * 0.81, r * 0.3] as Vec3,
          material: { color, roughness: 0.5 },
        },
        bar(
          [
            [0, top - 0.003, 0],
            [0, top + h * 0.025, 0],
            [r * 0.2, top + h * 0.05, 0],
          ],
          r * 0.09,
          { color: '#221a14' },
        ),
        ...(lit
          ? [
              {
                shape: {
                  kind: 'lathe',
                  profile: scaled(eased(FLAME), h * 0.034, h * 0.17),
                } as const,
                at: [0, top + h * 0.025, 0] as Vec3,
                material: { color: '#3a1a00', roughness: 1, glow: 2.2, glowColor: '#ffc05a' },
              },
            ]
          : []),
      ],
      ...(lit && {
        lights: [
          { kind: 'point', at: [0, top + h * 0.3, 0], color: '#ffb060', strength: 0.45, reach: 3 },
        ],
      }),
    }
  },
})
