import { z } from 'zod'
import { quadruped } from '../../living/quadruped.ts'
import { Color } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const deer = defineKind({
  kind: 'deer',
  doc: 'A deer: stands, walks, trots and bounds as fast as a path moves it.',
  fields: {
    height: z.number().min(0.5).max(1.5).default(0.95).describe('At the withers, metres.'),
    color: Color.default('#9a6a40').describe('Of its coat.'),
    markings: z.enum(['plain', 'spots']).default('plain').describe('What is on the coat.'),
    antlers: z.boolean().default(false).describe('A stag carries them.'),
  },
  blueprint: ({ height, color, markings, antlers }, random) =>
    quadruped({ species: 'deer', height, color, markings, antlers }, random),
})
