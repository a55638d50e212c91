import { z } from 'zod'
import { Color, Vec3 } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const bird = defineKind({
  kind: 'bird',
  doc: 'A bird on the wing, or a flock of them that keeps together about the point that moves.',
  fields: {
    count: z.number().int().min(1).max(60).default(1).describe('How many fly together.'),
    span: z.number().min(0.1).max(3).default(0.9).describe('From tip to tip of the wings, metres.'),
    color: Color.default('#3a3430').describe('Of back and wings.'),
    belly: Color.default('#8d857b').describe('Of the underside.'),
    spread: Vec3.default([5, 1.6, 4]).describe('Width, height and length of a flock, metres.'),
  },
  blueprint: ({ count, span, color, belly, spread }) => ({
    parts: [
      {
        shape: {
          kind: 'flyers',
          wings: 'bird',
          count,
          span,
          color,
          belly,
          spread: count > 1 ? spread : [0, 0, 0],
        },
        material: { color },
      },
    ],
  }),
})
