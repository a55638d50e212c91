import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import { defineKind } from '../kind.ts'

export const fridge = defineKind({
  kind: 'fridge',
  doc: 'A refrigerator with a small door over a large one.',
  fields: {
    height: z.number().min(0.3).max(4).default(1.75).describe('Metres.'),
    color: Color.default('white').describe('Of the enamel.'),
  },
  blueprint: ({ height: h, color }) => {
    const enamel = { color, roughness: 0.25 } as const
    const dark = { color: '#2a2c2f', roughness: 0.6 } as const
    const steel = { surface: 'metal', color: '#b7babf', roughness: 0.25 } as const
    const [wide, deep, front] = [h * 0.36, h * 0.34, h * 0.17]
    const split = h * 0.68
    const door = (from: number, to: number) =>
      block([wide, to - from, h * 0.045], [0, from, front + h * 0.02], enamel, h * 0.012)
    const handle = (from: number, to: number) => [
      block(
        [h * 0.014, to - from, h * 0.016],
        [-wide * 0.39, from, front + h * 0.075],
        steel,
        h * 0.005,
      ),
      ...[from, to - h * 0.02].map((y) =>
        block([h * 0.014, h * 0.02, h * 0.04], [-wide * 0.39, y, front + h * 0.055], steel, 0),
      ),
    ]
    return {
      parts: [
        block([wide * 0.92, h * 0.05, deep * 0.9], [0, 0, -h * 0.005], dark, 0),
        block(
          [wide * 0.98, h * 0.955, deep],
          [0, h * 0.04, 0],
          { ...enamel, color: shade(color, 0.93) },
          h * 0.008,
        ),
        door(h * 0.045, split - h * 0.004),
        door(split + h * 0.004, h),
        ...handle(h * 0.36, h * 0.62),
        ...handle(h * 0.73, h * 0.87),
        block(
          [h * 0.07, h * 0.012, h * 0.004],
          [wide * 0.28, h * 0.93, front + h * 0.042],
          steel,
          0,
        ),
      ],
    }
  },
})
