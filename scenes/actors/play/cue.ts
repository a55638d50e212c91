import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const cue = defineKind({
  kind: 'cue',
  doc: 'A billiard cue standing upright on its leather tip, its butt in the air.',
  fields: {
    length: z.number().min(0.2).max(3).default(1.45).describe('Metres.'),
    color: Color.default('#5a2f1a').describe('Of the butt.'),
    shaft: Color.default('#d9b982').describe('Of the shaft.'),
  },
  blueprint: ({ length, color, shaft }) => {
    const piece = (from: number, to: number, [low, high]: [number, number]) => ({
      shape: {
        kind: 'cylinder',
        radius: low,
        topRadius: high,
        height: (to - from) * length,
        sides: 16,
      } as const,
      at: [0, from * length, 0] as [number, number, number],
    })
    return {
      parts: [
        { ...piece(0, 0.008, [0.006, 0.0065]), material: { surface: 'leather', color: '#3a6f9c' } },
        { ...piece(0.008, 0.026, [0.0065, 0.0066]), material: { color: 'white', roughness: 0.4 } },
        {
          ...piece(0.026, 0.55, [0.0066, 0.0105]),
          material: { surface: 'wood', color: shaft, roughness: 0.3 },
        },
        {
          ...piece(0.55, 0.985, [0.0105, 0.0145]),
          material: { surface: 'wood', color, roughness: 0.25 },
        },
        { ...piece(0.985, 1, [0.0145, 0.0135]), material: { color: '#16161a', roughness: 0.7 } },
      ],
    }
  },
})
