import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar, block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const swing = defineKind({
  kind: 'swing',
  doc: 'A garden swing: a frame with one seat on two ropes, at rest.',
  fields: {
    height: z.number().min(0.5).max(5).default(2.2).describe('Metres.'),
    color: Color.default('blue').describe('Of the frame.'),
    seat: Color.default('red').describe('Of the seat.'),
  },
  blueprint: ({ height: h, color, seat }) => {
    const paint = { color, roughness: 0.35 } as const
    const rope = { color: '#c9ae7c', roughness: 0.9 } as const
    const half = h * 0.44
    return {
      parts: [
        bar(
          [
            [-half - h * 0.05, h * 0.97, 0],
            [half + h * 0.05, h * 0.97, 0],
          ],
          h * 0.026,
          paint,
        ),
        ...[-1, 1].flatMap((s) => [
          bar(
            [
              [s * half, h * 0.97, 0],
              [s * (half + h * 0.1), 0.02 * h, h * 0.36],
            ],
            h * 0.024,
            paint,
          ),
          bar(
            [
              [s * half, h * 0.97, 0],
              [s * (half + h * 0.1), 0.02 * h, -h * 0.36],
            ],
            h * 0.024,
            paint,
          ),
          bar(
            [
              [s * (half + h * 0.065), h * 0.36, h * 0.225],
              [s * (half + h * 0.065), h * 0.36, -h * 0.225],
            ],
            h * 0.016,
            paint,
          ),
          bar(
            [
              [s * h * 0.13, h * 0.96, 0],
              [s * h * 0.13, h * 0.25, 0],
            ],
            h * 0.008,
            rope,
          ),
        ]),
        block(
          [h * 0.34, h * 0.022, h * 0.13],
          [0, h * 0.24, 0],
          { color: seat, roughness: 0.5 },
          h * 0.006,
        ),
      ],
    }
  },
})
