import { z } from 'zod'
import { Act } from '../../schema/act.ts'
import { Color } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const person = defineKind({
  kind: 'person',
  doc: 'A rigged person: stands, walks when a path moves it, and does what its acts say.',
  fields: {
    height: z.number().min(0.8).max(2.3).default(1.72).describe('Metres.'),
    shirt: Color.default('blue'),
    trousers: Color.default('dark-gray'),
    shoes: Color.default('black'),
    skin: Color.default('#b98261'),
    hair: Color.default('#2a1d15'),
    hairstyle: z
      .enum(['short', 'long', 'bun', 'bald'])
      .default('short')
      .describe('How the hair is worn.'),
    build: z
      .enum(['slim', 'average', 'stout'])
      .default('average')
      .describe('How much flesh is on the bones.'),
    top: z
      .enum(['t-shirt', 'sweater'])
      .default('t-shirt')
      .describe('What the shirt is: short or long sleeves.'),
    acts: z
      .array(Act)
      .optional()
      .describe('What it does and when: jumps, waves, points, sits down and gets up.'),
  },
  blueprint: ({ height, shirt, trousers, shoes, skin, hair, hairstyle, build, top, acts }) => ({
    parts: [
      {
        shape: {
          kind: 'person',
          height,
          shirt,
          trousers,
          shoes,
          skin,
          hair,
          hairstyle,
          build,
          top,
          ...(acts && { acts }),
        },
        material: { color: shirt },
      },
    ],
  }),
})
