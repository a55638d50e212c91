import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const bed = defineKind({
  kind: 'bed',
  doc: 'A made bed, its foot to the front.',
  fields: {
    width: z.number().min(0.7).max(2.2).default(1.6).describe('Metres.'),
    color: Color.default('light-blue').describe('Of the duvet.'),
    wood: Color.default('#9a6a3e').describe('Of the frame.'),
  },
  blueprint: ({ width, color, wood: timber }) => {
    const wood = { surface: 'wood', color: timber } as const
    const linen = { surface: 'fabric', color: 'white' } as const
    const duvet = { surface: 'fabric', color } as const
    const pillows = width > 1.2 ? [-1, 1] : [0]
    return {
      parts: [
        block([width + 0.12, 1.05, 0.07], [0, 0, -1.03], wood, 0.02),
        block([width + 0.16, 0.06, 0.1], [0, 1.03, -1.03], wood, 0.02),
        block([width + 0.12, 0.5, 0.06], [0, 0, 1.03], wood, 0.02),
        ...[-1, 1].map((s) =>
          block([0.04, 0.2, 2.04], [s * (width / 2 + 0.03), 0.16, 0], wood, 0.008),
        ),
        block([width, 0.1, 2], [0, 0.2, 0], { color: '#4b3a2c' }, 0),
        block([width - 0.02, 0.24, 1.98], [0, 0.29, 0], linen, 0.07),
        block([width + 0.1, 0.17, 1.42], [0, 0.42, 0.3], duvet, 0.08),
        ...[-1, 1].map((s) =>
          block([0.07, 0.24, 1.38], [s * (width / 2 + 0.03), 0.3, 0.3], duvet, 0.034),
        ),
        block([width + 0.08, 0.06, 0.3], [0, 0.55, -0.33], linen, 0.028),
        ...pillows.map((s) => ({
          ...block(
            [Math.min(0.68, width * 0.8), 0.17, 0.42],
            [s * width * 0.235, 0.53, -0.7],
            linen,
            0.08,
          ),
          rotation: [14, s * 3, 0] as Vec3,
        })),
      ],
    }
  },
})
