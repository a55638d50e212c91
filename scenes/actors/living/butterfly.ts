import { z } from 'zod'
import { Color, Vec3 } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const butterfly = defineKind({
  kind: 'butterfly',
  doc: 'A butterfly on the wing, or several that flutter about the point that moves.',
  fields: {
    count: z.number().int().min(1).max(40).default(1).describe('How many fly together.'),
    span: z
      .number()
      .min(0.04)
      .max(0.4)
      .default(0.1)
      .describe('From tip to tip of the wings, metres.'),
    color: Color.default('orange').describe('Of the wings.'),
    spread: Vec3.default([1.6, 0.7, 1.2]).describe(
      'Width, height and length of their room, metres.',
    ),
  },
  blueprint: ({ count, span, color, spread }) => ({
    parts: [
      {
        shape: {
          kind: 'flyers',
          wings: 'butterfly',
          count,
          span,
          color,
          belly: color,
          spread: count > 1 ? spread : [0.3, 0.2, 0.3],
        },
        material: { color },
      },
    ],
  }),
})
