import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, ball, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const CHERRIES = 8
const DRIPS = 14

export const cake = defineKind({
  kind: 'cake',
  doc: 'A round layer cake with icing that drips, cherries on cream, and unlit candles.',
  fields: {
    width: z.number().min(0.05).max(3).default(0.24).describe('Metres.'),
    color: Color.default('pink').describe('Of the icing.'),
    candles: z.number().int().min(0).max(12).default(5).describe('How many stand on it.'),
  },
  blueprint: ({ width: w, color, candles }) => {
    const r = w / 2
    const sponge = { color: '#d9a860', roughness: 0.9 } as const
    const cream = { color: '#f7efe0', roughness: 0.5 } as const
    const icing = { color, roughness: 0.35 } as const
    const layer = (y: number): Part => ({
      shape: { kind: 'cylinder', radius: r * 0.94, height: w * 0.16, bevel: w * 0.02 },
      at: [0, y, 0],
      material: sponge,
    })
    const drips = Array.from({ length: DRIPS }, (_, i): Part => {
      const long = w * (0.1 + 0.06 * ((i * 5) % 3))
      return {
        shape: { kind: 'capsule', radius: w * 0.026, height: long },
        at: around((i * 360) / DRIPS, r * 0.94, w * 0.37 - long),
        material: icing,
      }
    })
    const cherries = Array.from({ length: CHERRIES }, (_, i): Part[] => {
      const turn = (i * 360) / CHERRIES
      return [
        ball([w * 0.13, w * 0.07, w * 0.13], around(turn, r * 0.74, w * 0.37), cream),
        ball([w * 0.08, w * 0.08, w * 0.08], around(turn, r * 0.74, w * 0.41), {
          color: '#a3111f',
          roughness: 0.15,
        }),
      ]
    }).flat()
    const sticks = Array.from({ length: candles }, (_, i): Part[] => {
      const at = around((i * 360) / candles, candles === 1 ? 0 : r * 0.36, w * 0.37)
      return [
        {
          shape: { kind: 'cylinder', radius: w * 0.016, height: w * 0.26 },
          at,
          material: { color: i % 2 ? '#6fb7e8' : '#f4d35e', roughness: 0.5 },
        },
        {
          shape: { kind: 'cylinder', radius: w * 0.004, height: w * 0.035 },
          at: [at[0], at[1] + w * 0.26, at[2]],
          material: { color: '#2b2622' },
        },
      ]
    }).flat()
    return {
      parts: [
        layer(0),
        {
          shape: { kind: 'cylinder', radius: r * 0.96, height: w * 0.03 },
          at: [0, w * 0.155, 0],
          material: cream,
        },
        layer(w * 0.18),
        lathed(
          scaled(
            [
              [0, 0.32],
              [0.48, 0.32],
              [0.495, 0.34],
              [0.49, 0.37],
              [0.46, 0.385],
              [0, 0.385],
            ],
            w,
            w,
          ),
          icing,
        ),
        ...drips,
        ...cherries,
        ...sticks,
      ],
    }
  },
})
