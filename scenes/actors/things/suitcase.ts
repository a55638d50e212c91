import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar, block, roller } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import { defineKind } from '../kind.ts'

export const suitcase = defineKind({
  kind: 'suitcase',
  doc: 'A hard-shell suitcase on wheels, its handle drawn out.',
  fields: {
    height: z.number().min(0.1).max(3).default(0.7).describe('Metres, without the drawn handle.'),
    color: Color.default('orange').describe('Of the shell.'),
  },
  blueprint: ({ height: h, color }) => {
    const shell = { color, roughness: 0.35 } as const
    const groove = { color: shade(color, 0.62), roughness: 0.4 } as const
    const black = { color: '#1c1d1f', roughness: 0.5 } as const
    const steel = { surface: 'metal', color: '#b4b8bc', roughness: 0.3 } as const
    const [wide, deep, low] = [h * 0.66, h * 0.36, h * 0.07]
    return {
      parts: [
        block([wide, h - low, deep], [0, low, 0], shell, h * 0.06),
        block([wide + h * 0.008, h * 0.84, h * 0.014], [0, low + h * 0.045, 0], black, 0.004),
        ...[-0.24, -0.08, 0.08, 0.24].flatMap((x) =>
          [-1, 1].map((z) =>
            block(
              [h * 0.035, h * 0.78, h * 0.01],
              [x * h, low + h * 0.075, z * (deep / 2)],
              groove,
              h * 0.004,
            ),
          ),
        ),
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((z) =>
            roller(
              h * 0.045,
              h * 0.04,
              [x * wide * 0.38, h * 0.045, z * deep * 0.34],
              black,
              h * 0.008,
            ),
          ),
        ),
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((z) =>
            block(
              [h * 0.06, h * 0.05, h * 0.08],
              [x * wide * 0.38, h * 0.045, z * deep * 0.34],
              black,
              h * 0.01,
            ),
          ),
        ),
        ...[-1, 1].map((x) =>
          bar(
            [
              [x * h * 0.16, h * 0.95, -deep * 0.3],
              [x * h * 0.16, h * 1.42, -deep * 0.3],
            ],
            h * 0.013,
            steel,
          ),
        ),
        block([h * 0.4, h * 0.05, h * 0.05], [0, h * 1.4, -deep * 0.3], black, h * 0.015),
        bar(
          [
            [-h * 0.12, h * 0.985, deep * 0.08],
            [-h * 0.09, h * 1.045, deep * 0.08],
            [h * 0.09, h * 1.045, deep * 0.08],
            [h * 0.12, h * 0.985, deep * 0.08],
          ],
          h * 0.016,
          black,
        ),
      ],
    }
  },
})
