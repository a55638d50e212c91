import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const dumbbell = defineKind({
  kind: 'dumbbell',
  doc: 'A dumbbell with three discs at each end.',
  fields: {
    length: z.number().min(0.05).max(3).default(0.4).describe('Metres.'),
    color: Color.default('#2a2c30').describe('Of the discs.'),
  },
  blueprint: ({ length: l, color }) => {
    const iron = { color, roughness: 0.5, metalness: 0.2 } as const
    const steel = { surface: 'metal', color: '#c3c6ca', roughness: 0.25 } as const
    const high = l * 0.23
    const disc = (x: number, radius: number, thick: number): Part =>
      roller(l * radius, l * thick, [l * x, high, 0], iron, l * 0.01)
    return {
      parts: [
        roller(l * 0.035, l, [0, high, 0], steel, l * 0.006),
        roller(l * 0.045, l * 0.3, [0, high, 0], { color: '#55585d', roughness: 0.6 }, l * 0.006),
        ...[-1, 1].flatMap((s) => [
          disc(s * 0.22, 0.23, 0.07),
          disc(s * 0.29, 0.19, 0.06),
          disc(s * 0.35, 0.14, 0.05),
          roller(l * 0.06, l * 0.03, [s * l * 0.41, high, 0], steel, l * 0.006),
        ]),
      ],
    }
  },
})
