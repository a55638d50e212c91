import { z } from 'zod'
import { quadruped } from '../../living/quadruped.ts'
import { Color } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const horse = defineKind({
  kind: 'horse',
  doc: 'A horse: stands, walks, trots and gallops as fast as a path moves it.',
  fields: {
    height: z.number().min(0.7).max(2).default(1.55).describe('At the withers, metres.'),
    color: Color.default('#7a4526').describe('Of its coat.'),
    markings: z
      .enum(['plain', 'points', 'socks', 'patches'])
      .default('points')
      .describe('What is on the coat.'),
    mane: Color.default('#1d1512').describe('Of mane and tail.'),
  },
  blueprint: ({ height, color, markings, mane }, random) =>
    quadruped({ species: 'horse', height, color, markings, antlers: false, hair: mane }, random),
})
