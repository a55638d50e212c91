import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

export const table = defineKind({
  kind: 'table',
  doc: 'A wooden table.',
  fields: {
    form: z
      .enum(['rectangular', 'round'])
      .default('rectangular')
      .describe('Four legs, or one foot.'),
    width: z.number().min(0.2).max(10).default(1.6).describe('Along X, or the diameter, metres.'),
    depth: z
      .number()
      .min(0.2)
      .max(10)
      .default(0.85)
      .describe('Along Z, metres; a round table has none.'),
    height: z.number().min(0.15).max(2).default(0.75).describe('To the top, metres.'),
    color: Color.default('#a8743f').describe('Of the wood.'),
  },
  blueprint: ({ form, width, depth, height, color }) => {
    const wood = { surface: 'wood', color } as const
    const thick = Math.min(0.045, height * 0.12)
    if (form === 'round')
      return {
        parts: [
          {
            shape: {
              kind: 'cylinder',
              radius: width / 2,
              height: thick,
              bevel: thick * 0.35,
              sides: 48,
            },
            at: [0, height - thick, 0],
            material: wood,
          },
          {
            shape: { kind: 'cylinder', radius: width * 0.4, height: thick },
            at: [0, height - 1.8 * thick, 0],
            material: wood,
          },
          {
            shape: {
              kind: 'lathe',
              profile: scaled(
                [
                  [0, 0],
                  [0.5, 0],
                  [0.5, 0.03],
                  [0.42, 0.06],
                  [0.14, 0.13],
                  [0.1, 0.25],
                  [0.09, 0.45],
                  [0.13, 0.52],
                  [0.09, 0.58],
                  [0.1, 0.8],
                  [0.2, 0.95],
                  [0, 0.95],
                ],
                width * 0.55,
                height,
              ),
            },
            material: wood,
          },
        ],
      }
    const leg = Math.min(0.08, width * 0.07)
    const inset = leg * 0.8
    const apron = height * 0.11
    return {
      parts: [
        block([width, thick, depth], [0, height - thick, 0], wood, thick * 0.25),
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((s) => ({
            shape: {
              kind: 'cylinder',
              radius: leg * 0.45,
              topRadius: leg * 0.7,
              height: height - thick,
              sides: 4,
            } as const,
            at: [x * (width / 2 - inset - leg / 2), 0, s * (depth / 2 - inset - leg / 2)] as [
              number,
              number,
              number,
            ],
            rotation: [0, 45, 0] as [number, number, number],
            material: wood,
          })),
        ),
        ...[-1, 1].map((s) =>
          block(
            [width - 2 * inset - leg, apron, 0.022],
            [0, height - thick - apron, s * (depth / 2 - inset - leg / 2)],
            wood,
            0,
          ),
        ),
        ...[-1, 1].map((s) =>
          block(
            [0.022, apron, depth - 2 * inset - leg],
            [s * (width / 2 - inset - leg / 2), height - thick - apron, 0],
            wood,
            0,
          ),
        ),
      ],
    }
  },
})
