import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, block, sideways } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** The chute's line from the platform to its end, `[z, y]` over the height. */
const CHUTE: [number, number][] = [
  [-0.1, 0.72],
  [0.08, 0.7],
  [0.62, 0.26],
  [0.86, 0.13],
  [1.08, 0.11],
]

export const slide = defineKind({
  kind: 'slide',
  doc: 'A playground slide with a ladder, its end to the front.',
  fields: {
    height: z.number().min(0.5).max(6).default(2).describe('Of its rails, metres.'),
    color: Color.default('yellow').describe('Of the chute.'),
    frame: Color.default('blue').describe('Of ladder and rails.'),
  },
  blueprint: ({ height: h, color, frame }) => {
    const plastic = { color, roughness: 0.25 } as const
    const steel = { color: frame, roughness: 0.35 } as const
    const thick = 0.02
    const under = CHUTE.map(([z, y]): [number, number] => [z * h, (y - thick) * h])
    const over = CHUTE.map(([z, y]): [number, number] => [z * h, y * h])
    const high = CHUTE.map(([z, y]): [number, number] => [z * h, (y + 0.09) * h])
    const foot = (z: number, y: number) =>
      [-1, 1].map((s): Part => ({
        shape: { kind: 'cylinder', radius: h * 0.016, height: y * h },
        at: [s * h * 0.15, 0, z * h],
        material: steel,
      }))
    return {
      parts: [
        sideways([...under, ...over.reverse()], h * 0.34, plastic),
        ...[-1, 1].map((s) =>
          sideways(
            [...under, ...high.toReversed()],
            h * 0.022,
            plastic,
            [s * h * 0.17, 0, 0],
            h * 0.005,
          ),
        ),
        ...[-1, 1].flatMap((s) => [
          bar(
            (
              [
                [-0.58, 0.012],
                [-0.32, 0.62],
                [-0.26, 0.95],
                [-0.12, 1],
                [0.02, 0.95],
                [0.09, 0.78],
              ] as const
            ).map(([z, y]): Vec3 => [s * h * 0.185, y * h, z * h]),
            h * 0.018,
            steel,
          ),
        ]),
        ...[0.12, 0.26, 0.4, 0.54].map((y) =>
          block(
            [h * 0.37, h * 0.018, h * 0.06],
            [0, y * h, (-0.575 + y * 0.42) * h],
            steel,
            h * 0.004,
          ),
        ),
        block([h * 0.37, h * 0.025, h * 0.26], [0, h * 0.695, -h * 0.2], steel, h * 0.005),
        ...foot(-0.08, 0.7),
        ...foot(0.98, 0.1),
      ],
    }
  },
})
