import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { ball, bar } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const STRIPES = 9

export const watermelon = defineKind({
  kind: 'watermelon',
  doc: 'A long striped watermelon, lying.',
  fields: {
    length: z.number().min(0.05).max(3).default(0.4).describe('Metres.'),
    color: Color.default('#5f9a3c').describe('Of the rind between the stripes.'),
  },
  blueprint: ({ length: l, color }) => {
    const r = l * 0.31
    const dark = { color: shade(color, 0.4), roughness: 0.35 } as const
    // A stripe wanders a little from pole to pole and stands out by a hair.
    const stripe = (turn: number): Part => {
      const points = Array.from({ length: 13 }, (_, i): Vec3 => {
        const share = 0.04 + (0.92 * i) / 12
        const angle = ((turn + (i % 2 ? 5 : -5)) * Math.PI) / 180
        const [out, along] = [Math.sin(share * Math.PI), -Math.cos(share * Math.PI)]
        const deep = r * 0.955
        return [
          along * l * 0.5 * 0.955,
          r + Math.cos(angle) * out * deep,
          Math.sin(angle) * out * deep,
        ]
      })
      return bar(points, r * 0.085, dark)
    }
    return {
      parts: [
        ball([l, 2 * r, 2 * r], [0, 0, 0], { color, roughness: 0.35 }),
        ...Array.from({ length: STRIPES }, (_, i) => stripe(((i + 0.5) * 360) / STRIPES)),
        bar(
          [
            [l * 0.49, r, 0],
            [l * 0.52, r * 1.02, 0],
            [l * 0.54, r * 1.16, 0],
          ],
          l * 0.012,
          { color: '#6b6a35', roughness: 0.8 },
        ),
      ],
    }
  },
})
