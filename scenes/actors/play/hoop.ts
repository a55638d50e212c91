import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, bar, block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const CORDS = 12
/** Metres: the rim's radius and how far in front of the pole its middle is. */
const RIM = 0.23
const OUT = 0.78

export const hoop = defineKind({
  kind: 'hoop',
  doc: 'A basketball hoop: pole, board, rim and net.',
  fields: {
    height: z.number().min(1).max(5).default(3.05).describe('Of the rim, metres.'),
    color: Color.default('#f3f2ee').describe('Of the board.'),
    pole: Color.default('#2f3b52').describe('Of the pole.'),
  },
  blueprint: ({ height: h, color, pole }) => {
    const steel = { color: pole, roughness: 0.4, metalness: 0.3 } as const
    const red = { color: '#d1471f', roughness: 0.35 } as const
    const cord = { color: '#f4f2ec', roughness: 0.9 } as const
    const front = OUT - RIM - 0.06
    const net = Array.from({ length: CORDS }, (_, i): Part[] => {
      const turn = (i * 360) / CORDS
      const at = (add: number, radius: number, y: number) => {
        const [x, , z] = around(turn + add, radius)
        return [x, h + y, OUT + z] as [number, number, number]
      }
      return [-1, 1].map((s) =>
        bar(
          [at(0, RIM, 0), at(s * 15, 0.18, -0.16), at(s * 30, 0.14, -0.3), at(s * 45, 0.15, -0.42)],
          0.007,
          cord,
        ),
      )
    }).flat()
    const frame = (wide: number, high: number, y: number, thick: number): Part[] => [
      ...[-1, 1].map((s) =>
        block([thick, high, 0.012], [(s * (wide - thick)) / 2, y, front + 0.021], red, 0),
      ),
      ...[0, high - thick].map((up) =>
        block([wide, thick, 0.012], [0, y + up, front + 0.021], red, 0),
      ),
    ]
    return {
      parts: [
        block([0.7, 0.12, 0.9], [0, 0, -0.2], steel, 0.03),
        bar(
          [
            [0, 0.1, -0.2],
            [0, h + 0.15, -0.2],
          ],
          0.07,
          steel,
        ),
        bar(
          [
            [0, h - 0.5, -0.2],
            [0, h + 0.2, front],
          ],
          0.035,
          steel,
        ),
        bar(
          [
            [0, h + 0.2, -0.2],
            [0, h + 0.45, front],
          ],
          0.035,
          steel,
        ),
        block([1.5, 1, 0.04], [0, h - 0.12, front], { color, roughness: 0.3 }, 0.01),
        ...frame(1.5, 1, h - 0.12, 0.045),
        ...frame(0.59, 0.45, h + 0.1, 0.04),
        block([0.14, 0.08, 0.1], [0, h - 0.05, front + 0.06], red, 0.01),
        {
          shape: { kind: 'torus', radius: RIM, tube: 0.014 },
          at: [0, h - 0.014, OUT],
          material: red,
        },
        ...net,
      ],
    }
  },
})
