import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Height and depth over the width. */
const HIGH = 0.66
const DEEP = 0.7
const BOARDS = 4

export const crate = defineKind({
  kind: 'crate',
  doc: 'A wooden transport crate: boards in a frame, a slanted brace on each side.',
  fields: {
    width: z.number().min(0.05).max(5).default(0.9).describe('Metres.'),
    color: Color.default('#b98a52').describe('Of the wood.'),
  },
  blueprint: ({ width: w, color }) => {
    const wood = { surface: 'wood', color } as const
    const inner = { surface: 'wood', color: '#8a6237' } as const
    const [high, deep, thick] = [HIGH * w, DEEP * w, 0.08 * w]
    const boards = Array.from({ length: BOARDS }, (_, i) =>
      block(
        [w * 0.96, (high * 0.94) / BOARDS - w * 0.012, deep * 0.94],
        [0, high * (0.03 + (0.94 * i) / BOARDS), 0],
        inner,
        w * 0.004,
      ),
    )
    const uprights = [-1, 1].flatMap((x) =>
      [-1, 1].map((z) =>
        block(
          [thick, high, thick],
          [(x * (w - thick)) / 2, 0, (z * (deep - thick)) / 2],
          wood,
          w * 0.006,
        ),
      ),
    )
    const rails = [0, high - thick].flatMap((y) =>
      [-1, 1].flatMap((s) => [
        block([w - 2 * thick, thick, thick], [0, y, (s * (deep - thick)) / 2], wood, w * 0.006),
        block([thick, thick, deep - 2 * thick], [(s * (w - thick)) / 2, y, 0], wood, w * 0.006),
      ]),
    )
    // From one corner of a face's frame to the other; `wide` is the face, `out` how far it is from the middle.
    const brace = (turn: number, wide: number, out: number): Part => {
      const [across, up] = [wide - 2 * thick, high - 2 * thick]
      const lean = Math.atan2(across, up)
      const long = Math.hypot(across, up)
      const angle = (turn * Math.PI) / 180
      const at: Vec3 = [
        Math.sin(angle) * out + (Math.cos(angle) * across) / 2,
        thick,
        Math.cos(angle) * out - (Math.sin(angle) * across) / 2,
      ]
      const board = block([thick * 0.9, long, w * 0.024], at, wood, w * 0.004)
      return { ...board, rotation: [0, turn, (lean * 180) / Math.PI] }
    }
    return {
      parts: [
        ...boards,
        ...uprights,
        ...rails,
        brace(0, w, deep * 0.48),
        brace(180, w, deep * 0.48),
        brace(90, deep, w * 0.482),
        brace(-90, deep, w * 0.482),
      ],
    }
  },
})
