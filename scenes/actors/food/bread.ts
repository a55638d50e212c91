import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const CUTS = 4

export const bread = defineKind({
  kind: 'bread',
  doc: 'A long loaf of bread with cuts across its crust.',
  fields: {
    length: z.number().min(0.05).max(3).default(0.34).describe('Metres.'),
    color: Color.default('#b9783a').describe('Of the crust.'),
  },
  blueprint: ({ length: l, color }) => {
    const [wide, high] = [l * 0.36, l * 0.27]
    const crust = { color, roughness: 0.75 } as const
    const cut = (i: number): Part => {
      const x = (i - (CUTS - 1) / 2) * l * 0.19
      const at = (across: number): Vec3 => {
        const along = (x + across * l * 0.1) / (l / 2)
        const top = Math.sqrt(Math.max(0, 1 - along ** 2 - (across * 0.62) ** 2))
        return [x + across * l * 0.1, high * (0.475 + 0.565 * top), across * wide * 0.31]
      }
      return bar([at(-1), at(-0.4), at(0.4), at(1)], l * 0.018, {
        color: shade(color, 1.5, -0.04),
        roughness: 0.9,
      })
    }
    return {
      parts: [
        {
          shape: { kind: 'blob', size: [l, high * 1.15, wide], lumps: 0.03, seed: 4, detail: 4 },
          at: [0, -high * 0.1, 0],
          material: crust,
        },
        ...Array.from({ length: CUTS }, (_, i) => cut(i)),
      ],
    }
  },
})
