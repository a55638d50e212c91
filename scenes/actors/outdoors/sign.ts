import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

/** A letter's width over the height of a capital, wide ones included; lines are fitted with it. */
const LETTER = 0.82

export const sign = defineKind({
  kind: 'sign',
  doc: 'A painted wooden board on two posts, with a word or two on it.',
  fields: {
    text: z
      .string()
      .max(24)
      .regex(/^[ -?A-{}~]*$/, 'the bundled font has ASCII letters only')
      .default('')
      .describe('What is written on it; empty for a blank board.'),
    width: z.number().min(0.2).max(8).default(1.4).describe('Of the board, metres.'),
    height: z
      .number()
      .min(0.4)
      .max(6)
      .default(1.5)
      .describe('From the ground to its upper edge, metres.'),
    color: Color.default('dark-green').describe('Of the board.'),
    ink: Color.default('cream').describe('Of the letters and the rim.'),
  },
  blueprint: ({ text, width, height, color, ink }) => {
    const wood = { surface: 'wood', color: '#7a5636' } as const
    const board = Math.min(width * 0.42, height * 0.55)
    const letter = Math.min(board * 0.42, (width * 0.84) / (LETTER * Math.max(text.length, 1)))
    const bottom = height - board
    const rim = [
      ...[bottom + 0.03, height - 0.055].map((y) =>
        block([width - 0.06, 0.025, 0.012], [0, y, 0.03], { color: ink }, 0.003),
      ),
      ...[-1, 1].map((s) =>
        block(
          [0.025, board - 0.06, 0.012],
          [s * (width / 2 - 0.04), bottom + 0.03, 0.03],
          { color: ink },
          0.003,
        ),
      ),
    ]
    return {
      parts: [
        ...[-1, 1].map((s) =>
          block([0.09, height + 0.08, 0.09], [s * width * 0.36, 0, -0.06], wood, 0.012),
        ),
        block(
          [width, board, 0.045],
          [0, bottom, 0.007],
          { surface: 'wood', color, roughness: 0.5 },
          0.012,
        ),
        ...rim,
        ...(text.trim()
          ? [
              {
                shape: { kind: 'text', text, height: letter, depth: 0.02 } as const,
                at: [0, bottom + (board - letter) / 2, 0.034] as [number, number, number],
                material: { color: ink, roughness: 0.5 },
              },
            ]
          : []),
      ],
    }
  },
})
