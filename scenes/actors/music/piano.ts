import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Metres. */
const [WIDE, HIGH, DEEP] = [1.48, 1.2, 0.38]
const WHITE_KEYS = 42
/** Which of seven white keys have a black one to their right. */
const BLACK = [true, true, false, true, true, true, false]

export const piano = defineKind({
  kind: 'piano',
  doc: 'An upright piano with its keys to the front and an open book of music.',
  fields: { color: Color.default('#4a2a1a').describe('Of the wood.') },
  blueprint: ({ color }) => {
    const wood = { color, roughness: 0.25 } as const
    const ivory = { color: '#f4f0e4', roughness: 0.3 } as const
    const ebony = { color: '#141416', roughness: 0.3 } as const
    const brass = { surface: 'metal', color: '#c9a24a', roughness: 0.3 } as const
    const front = DEEP / 2
    const keys = Array.from({ length: WHITE_KEYS }, (_, i): Part[] => {
      const step = (WIDE - 0.2) / WHITE_KEYS
      const x = (i - (WHITE_KEYS - 1) / 2) * step
      return [
        block([step * 0.93, 0.02, 0.15], [x, 0.72, front + 0.1], ivory, 0),
        ...(BLACK[i % 7] && i < WHITE_KEYS - 1
          ? [block([step * 0.55, 0.015, 0.09], [x + step / 2, 0.735, front + 0.07], ebony, 0)]
          : []),
      ]
    }).flat()
    const page = (s: number): Part => ({
      ...block(
        [0.2, 0.27, 0.006],
        [s * 0.1, 0.83, front + 0.035],
        { surface: 'paper', color: '#f6f2e6' },
        0,
      ),
      rotation: [-14, s * -8, 0] as Vec3,
    })
    return {
      parts: [
        block([WIDE, HIGH - 0.06, DEEP], [0, 0.02, -0.02], wood, 0.01),
        block([WIDE + 0.05, 0.04, DEEP + 0.06], [0, HIGH - 0.04, -0.01], wood, 0.012),
        block([WIDE + 0.02, 0.08, DEEP + 0.1], [0, 0, 0.02], wood, 0.01),
        block([WIDE, 0.07, 0.24], [0, 0.645, front + 0.08], wood, 0.01),
        ...[-1, 1].flatMap((s) => [
          block([0.07, 0.14, 0.25], [s * (WIDE / 2 - 0.035), 0.65, front + 0.085], wood, 0.012),
          block([0.07, 0.66, 0.07], [s * (WIDE / 2 - 0.035), 0, front + 0.15], wood, 0.012),
          block([0.1, 0.06, 0.34], [s * (WIDE / 2 - 0.035), 0, front + 0.05], wood, 0.012),
        ]),
        ...keys,
        block([WIDE * 0.6, 0.02, 0.05], [0, 0.81, front + 0.04], wood, 0.004),
        page(-1),
        page(1),
        ...[-0.08, 0, 0.08].map((x) =>
          block([0.03, 0.012, 0.1], [x, 0.07, front + 0.06], brass, 0.004),
        ),
      ],
    }
  },
})
