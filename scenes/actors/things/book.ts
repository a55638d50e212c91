import { z } from 'zod'
import { Color, Size } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const book = defineKind({
  kind: 'book',
  doc: 'A hardback lying closed, its spine to the left.',
  fields: {
    size: z
      .tuple([Size, Size, Size])
      .default([0.15, 0.028, 0.22])
      .describe('Width, thickness, height of the page, metres.'),
    color: Color.default('maroon').describe('Of the cover.'),
  },
  blueprint: ({ size: [width, thick, long], color }) => {
    const cover = { surface: 'leather', color } as const
    const gold = { color: '#cfae5e', roughness: 0.35, metalness: 0.6 } as const
    const board = Math.min(0.003, thick * 0.14)
    return {
      parts: [
        block([width, board, long], [0, 0, 0], cover, board * 0.4),
        block([width, board, long], [0, thick - board, 0], cover, board * 0.4),
        block([board * 1.3, thick, long], [-width / 2 + board * 0.6, 0, 0], cover, board * 0.5),
        block(
          [width - 0.008, thick - 2 * board, long - 0.008],
          [-0.003, board, 0],
          { surface: 'paper', color: '#ece3cc' },
          0,
        ),
        ...[-0.3, 0.3].map((share) =>
          block([width * 0.72, 0.0006, long * 0.008], [0, thick - 0.0001, share * long], gold, 0),
        ),
        block([width * 0.5, 0.0006, long * 0.05], [0, thick - 0.0001, -long * 0.12], gold, 0),
        ...[-0.34, -0.28, 0.3].map((share) =>
          block(
            [0.0008, thick * 0.9, long * 0.01],
            [-width / 2 - 0.0002, thick * 0.05, share * long],
            gold,
            0,
          ),
        ),
      ],
    }
  },
})
