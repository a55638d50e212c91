import { z } from 'zod'
import { Color } from '../schema/values.ts'
import { defineKind } from './kind.ts'

export const person = defineKind({
  kind: 'person',
  doc: 'A rigged person: stands, and walks when a path moves it.',
  fields: {
    height: z.number().min(0.8).max(2.3).default(1.72).describe('Metres.'),
    shirt: Color.default('blue'),
    trousers: Color.default('dark-gray'),
    shoes: Color.default('black'),
    skin: Color.default('#b98261'),
    hair: Color.default('#2a1d15'),
  },
  blueprint: ({ height, shirt, trousers, shoes, skin, hair }) => ({
    parts: [
      { shape: { kind: 'person', height, shirt, trousers, shoes, skin, hair }, material: { color: shirt } },
    ],
  }),
})
