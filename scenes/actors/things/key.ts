import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { block, roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const key = defineKind({
  kind: 'key',
  doc: 'An old-fashioned key, lying, its bow to the left.',
  fields: {
    length: z.number().min(0.02).max(5).default(0.09).describe('Metres.'),
    color: Color.default('gold').describe('Of the metal.'),
  },
  blueprint: ({ length: l, color }) => {
    const brass = { surface: 'metal', color, roughness: 0.3 } as const
    const thick = l * 0.035
    const loop = (x: number, z: number): Part => ({
      shape: { kind: 'torus', radius: l * 0.085, tube: thick },
      at: [x * l, 0, z * l],
      material: brass,
    })
    const bit = (x: number, long: number) =>
      block(
        [l * 0.055, thick * 1.6, long * l],
        [x * l, thick * 0.2, (long * l) / 2],
        brass,
        l * 0.006,
      )
    return {
      parts: [
        loop(-0.38, 0),
        loop(-0.27, 0.095),
        loop(-0.27, -0.095),
        roller(thick, l * 0.66, [l * 0.15, thick, 0], brass, l * 0.008),
        ...[-0.14, -0.09].map((x) =>
          roller(thick * 1.5, l * 0.03, [x * l, thick * 1.5, 0], brass, l * 0.008),
        ),
        bit(0.27, 0.17),
        bit(0.345, 0.12),
        bit(0.42, 0.19),
        block([l * 0.2, thick * 1.3, l * 0.07], [l * 0.345, thick * 0.3, l * 0.035], brass, 0),
      ],
    }
  },
})
