import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const crate = defineKind({
  kind: 'crate',
  doc: 'A wooden transport crate: boards in a frame, a slanted brace on each side.',
  fields: {
    size: z.number().min(0.05).max(5).default(0.7).describe('Of each edge, metres.'),
    color: Color.default('#b98a52').describe('Of the wood.'),
  },
  blueprint: ({ size: s, color }) => {
    const wood = { surface: 'wood', color } as const
    const inner = { surface: 'wood', color: '#8a6237' } as const
    const thick = s * 0.11
    const boards = [0, 1, 2, 3, 4].map((i) =>
      block([s * 0.95, s * 0.172, s * 0.95], [0, s * (0.03 + 0.189 * i), 0], inner, s * 0.006),
    )
    const uprights = [-1, 1].flatMap((x) =>
      [-1, 1].map((z) =>
        block(
          [thick, s, thick],
          [x * (s - thick) * 0.5, 0, z * (s - thick) * 0.5],
          wood,
          s * 0.008,
        ),
      ),
    )
    const rails = [0, s - thick].flatMap((y) =>
      [-1, 1].flatMap((side) => [
        block([s - 2 * thick, thick, thick], [0, y, side * (s - thick) * 0.5], wood, s * 0.008),
        block([thick, thick, s - 2 * thick], [side * (s - thick) * 0.5, y, 0], wood, s * 0.008),
      ]),
    )
    const inside = s - 2 * thick
    const long = inside * 1.34
    const brace = (turn: number): Part => {
      const angle = (turn * Math.PI) / 180
      const out = s * 0.478
      const lean = 45
      const half = (long / 2) * Math.SQRT1_2
      // Its foot is where it starts: low to one side, so that its middle is the middle of the face.
      const at: Vec3 = [
        Math.sin(angle) * out + Math.cos(angle) * half,
        s / 2 - half,
        Math.cos(angle) * out - Math.sin(angle) * half,
      ]
      return { ...block([thick, long, s * 0.03], at, wood, s * 0.006), rotation: [0, turn, lean] }
    }
    return { parts: [...boards, ...uprights, ...rails, ...[0, 90, 180, 270].map(brace)] }
  },
})
