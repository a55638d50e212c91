import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar, block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const chair = defineKind({
  kind: 'chair',
  doc: 'A wooden chair with a slatted back.',
  fields: {
    color: Color.default('#8f5f34').describe('Of the wood.'),
    seat: z.number().min(0.2).max(1).default(0.46).describe('Height of the seat, metres.'),
    cushion: Color.optional().describe('Of the cushion; none when left out.'),
  },
  blueprint: ({ color, seat, cushion }) => {
    const wood = { surface: 'wood', color } as const
    const k = seat / 0.46
    const half = 0.19 * k
    const lean = (y: number) => -half - 0.02 * k - Math.max(0, y - seat) * 0.2
    const top = seat + 0.46 * k
    return {
      parts: [
        block([0.44 * k, 0.035 * k, 0.43 * k], [0, seat - 0.035 * k, 0], wood, 0.012 * k),
        ...[-1, 1].flatMap((s) => [
          bar(
            [
              [s * half * 1.04, 0, half * 1.06],
              [s * half, seat - 0.02 * k, half],
            ],
            0.016 * k,
            wood,
            0.021 * k,
          ),
          bar(
            [
              [s * half * 1.04, 0, lean(0) - 0.04 * k],
              [s * half, seat, lean(seat)],
              [s * half, seat + 0.2 * k, lean(seat + 0.2 * k)],
              [s * half, top, lean(top)],
            ],
            0.019 * k,
            wood,
            0.016 * k,
          ),
          bar(
            [
              [s * half, seat * 0.42, half],
              [s * half, seat * 0.42, lean(0) - 0.02 * k],
            ],
            0.011 * k,
            wood,
          ),
        ]),
        bar(
          [
            [-half, seat * 0.42, -0.02],
            [half, seat * 0.42, -0.02],
          ],
          0.011 * k,
          wood,
        ),
        ...[0.1, 0.23, 0.36].map((up) => ({
          ...block(
            [0.38 * k, 0.075 * k, 0.016 * k],
            [0, seat + up * k, lean(seat + up * k)],
            wood,
            0.006 * k,
          ),
          rotation: [-11, 0, 0] as [number, number, number],
        })),
        ...(cushion
          ? [
              block(
                [0.4 * k, 0.045 * k, 0.39 * k],
                [0, seat, 0.01 * k],
                { surface: 'fabric' as const, color: cushion },
                0.022 * k,
              ),
            ]
          : []),
      ],
    }
  },
})
