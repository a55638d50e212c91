import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const television = defineKind({
  kind: 'television',
  doc: 'A flat television on two feet.',
  fields: {
    width: z.number().min(0.3).max(4).default(1.2).describe('Metres.'),
    on: z.boolean().default(false).describe('The screen is lit.'),
    color: Color.default('black').describe('Of the case.'),
    screen: Color.default('#5f93d6').describe('What colour fills a lit screen.'),
  },
  blueprint: ({ width, on, color, screen }) => {
    const tall = width * 0.58
    const low = width * 0.06
    const shell = { color, roughness: 0.35 } as const
    return {
      parts: [
        block([width, tall, 0.03], [0, low, 0], shell, 0.006),
        block([width * 0.5, tall * 0.5, 0.05], [0, low + tall * 0.08, -0.035], shell, 0.015),
        block(
          [width - 0.024, tall - 0.034, 0.004],
          [0, low + 0.02, 0.015],
          { color: '#0b0d11', roughness: 0.08, ...(on && { glow: 1.3, glowColor: screen }) },
          0,
        ),
        ...[-1, 1].flatMap((s) => [
          { ...block([0.025, 0.012, width * 0.22], [s * width * 0.32, 0, 0], shell, 0.004) },
          block([0.025, low + 0.01, 0.025], [s * width * 0.32, 0, 0], shell, 0.004),
        ]),
      ],
      ...(on && {
        lights: [
          {
            kind: 'spot',
            at: [0, low + tall / 2, 0.05],
            toward: [0, low, 2],
            color: screen,
            strength: 2.5,
            reach: 6,
            angle: 68,
          },
        ],
      }),
    }
  },
})
