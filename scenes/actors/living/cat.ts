import { z } from 'zod'
import { quadruped } from '../../living/quadruped.ts'
import { Color } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const cat = defineKind({
  kind: 'cat',
  doc: 'A cat: stands, walks, trots and runs as fast as a path moves it.',
  fields: {
    height: z.number().min(0.18).max(0.4).default(0.26).describe('At the withers, metres.'),
    color: Color.default('#8d8378').describe('Of its coat.'),
    markings: z
      .enum(['plain', 'stripes', 'socks', 'points', 'patches'])
      .default('stripes')
      .describe('What is on the coat.'),
  },
  blueprint: ({ height, color, markings }, random) =>
    quadruped({ species: 'cat', height, color, markings, antlers: false }, random),
})
