import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const cupboard = defineKind({
  kind: 'cupboard',
  doc: 'A cupboard with panelled doors; low ones make a sideboard.',
  fields: {
    width: z.number().min(0.3).max(5).default(1).describe('Metres.'),
    height: z.number().min(0.3).max(3).default(1.8).describe('Metres.'),
    depth: z.number().min(0.2).max(1.5).default(0.5).describe('Metres.'),
    color: Color.default('#a87a4a').describe('Of the wood.'),
  },
  blueprint: ({ width, height, depth, color }) => {
    const wood = { surface: 'wood', color } as const
    const brass = { surface: 'metal', color: '#c2a25c', roughness: 0.3 } as const
    const doors = Math.max(1, Math.round(width / 0.5))
    const each = (width - 0.05) / doors
    const tall = height - 0.22
    const leaves = Array.from({ length: doors }, (_, i): Part[] => {
      const x = (i + 0.5 - doors / 2) * each
      const inner = each - 0.16
      const knob = (i % 2 === 0 ? 1 : -1) * (each / 2 - 0.045)
      return [
        block([each - 0.008, tall, 0.02], [x, 0.12, depth / 2], wood, 0.004),
        ...[0.06, tall - 0.1].map((y) =>
          block([each - 0.03, 0.05, 0.012], [x, 0.12 + y - 0.01, depth / 2 + 0.012], wood, 0.004),
        ),
        ...[-1, 1].map((s) =>
          block(
            [0.06, tall - 0.03, 0.012],
            [x + s * (each / 2 - 0.04), 0.135, depth / 2 + 0.012],
            wood,
            0.004,
          ),
        ),
        ...(inner > 0.1
          ? [block([inner, tall - 0.24, 0.014], [x, 0.24, depth / 2 + 0.008], wood, 0.006)]
          : []),
        {
          shape: {
            kind: 'lathe',
            profile: [
              [0, 0],
              [0.008, 0],
              [0.008, 0.015],
              [0.017, 0.022],
              [0.017, 0.032],
              [0, 0.036],
            ],
          },
          at: [x + (doors === 1 ? each / 2 - 0.045 : knob), 0.12 + tall * 0.5, depth / 2 + 0.018],
          rotation: [90, 0, 0],
          material: brass,
        },
      ]
    })
    return {
      parts: [
        block([width - 0.08, 0.08, depth - 0.08], [0, 0, -0.01], wood, 0.004),
        block([width, height - 0.11, depth], [0, 0.08, -0.012], wood, 0.006),
        block([width + 0.05, 0.04, depth + 0.05], [0, height - 0.04, 0], wood, 0.012),
        ...leaves.flat(),
      ],
    }
  },
})
