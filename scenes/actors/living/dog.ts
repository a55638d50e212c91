import { z } from 'zod'
import { quadruped } from '../../living/quadruped.ts'
import { Color } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const dog = defineKind({
  kind: 'dog',
  doc: 'A dog: stands, walks, trots and runs as fast as a path moves it.',
  fields: {
    height: z.number().min(0.15).max(1).default(0.55).describe('At the withers, metres.'),
    color: Color.default('#a9713a').describe('Of its coat.'),
    markings: z
      .enum(['plain', 'socks', 'patches', 'points'])
      .default('plain')
      .describe('What is on the coat.'),
  },
  blueprint: ({ height, color, markings }, random) =>
    quadruped({ species: 'dog', height, color, markings, antlers: false }, random),
})
