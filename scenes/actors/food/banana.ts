import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const banana = defineKind({
  kind: 'banana',
  doc: 'A banana lying on its side.',
  fields: {
    length: z.number().min(0.03).max(2).default(0.19).describe('From stalk to tip, metres.'),
    color: Color.default('yellow').describe('Of the peel.'),
  },
  blueprint: ({ length, color }) => {
    const peel = { color, roughness: 0.5 } as const
    const dark = { color: '#4a3a1c', roughness: 0.8 } as const
    const r = length * 0.09
    // An arc of 110 degrees; the thick middle is one bar, its ends taper away from it.
    const at = (share: number): Vec3 => {
      const angle = ((share - 0.5) * 110 * Math.PI) / 180
      return [Math.sin(angle) * length * 0.6, r, length * 0.4 - Math.cos(angle) * length * 0.6]
    }
    const span = (from: number, to: number) =>
      [0, 0.25, 0.5, 0.75, 1].map((k) => at(from + (to - from) * k))
    return {
      parts: [
        bar(span(0.24, 0.76), r, peel),
        bar(span(0.25, 0.06), r * 0.995, peel, r * 0.42),
        bar(span(0.75, 0.94), r * 0.995, peel, r * 0.4),
        bar(span(0.07, -0.06), r * 0.42, { color: '#b09a2c', roughness: 0.6 }, r * 0.3),
        bar([at(-0.05), at(-0.07)], r * 0.33, dark),
        bar([at(0.935), at(0.96)], r * 0.38, dark, r * 0.24),
      ],
    }
  },
})
