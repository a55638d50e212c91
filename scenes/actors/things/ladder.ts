import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Degrees that both halves lean. */
const LEAN = 14

export const ladder = defineKind({
  kind: 'ladder',
  doc: 'A stepladder, its steps to the front.',
  fields: {
    height: z.number().min(0.3).max(6).default(1.8).describe('Metres.'),
    color: Color.default('yellow').describe('Of the rails.'),
  },
  blueprint: ({ height: h, color }) => {
    const paint = { color, roughness: 0.4 } as const
    const steel = { surface: 'metal', color: '#aeb2b6', roughness: 0.4 } as const
    const angle = (LEAN * Math.PI) / 180
    const spread = Math.tan(angle) * h
    const long = h / Math.cos(angle)
    const half = (share: number) => h * (0.19 - 0.06 * share)
    const rail = (s: number, side: number): Part => ({
      ...block(
        [h * 0.022, long, h * (side > 0 ? 0.04 : 0.026)],
        [s * half(0.5), 0, side * spread],
        paint,
        h * 0.004,
      ),
      rotation: [-side * LEAN, 0, s * 1.9] as Vec3,
    })
    const steps = [1, 2, 3, 4, 5].map((i) => {
      const share = i / 6
      return block(
        [2 * half(share), h * 0.018, h * 0.075],
        [0, h * share, spread * (1 - share) + h * 0.008],
        steel,
        h * 0.004,
      )
    })
    const braces = [0.3, 0.62].map((share) =>
      block(
        [2 * half(share), h * 0.016, h * 0.016],
        [0, h * share, -spread * (1 - share)],
        steel,
        0,
      ),
    )
    return {
      parts: [
        ...[-1, 1].flatMap((s) => [rail(s, 1), rail(s, -1)]),
        ...steps,
        ...braces,
        block(
          [h * 0.3, h * 0.025, h * 0.12],
          [0, h * 0.985, 0],
          { color: '#2a2b2d', roughness: 0.6 },
          h * 0.006,
        ),
      ],
    }
  },
})
