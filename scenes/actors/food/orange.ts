import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const orange = defineKind({
  kind: 'orange',
  doc: 'An orange; it turns about its middle.',
  fields: {
    size: z.number().min(0.02).max(2).default(0.078).describe('Diameter, metres.'),
    color: Color.default('orange').describe('Of the peel.'),
  },
  blueprint: ({ size: s, color }) => ({
    parts: [
      { shape: { kind: 'sphere', radius: s / 2 }, material: { color, roughness: 0.42 } },
      {
        shape: {
          kind: 'cylinder',
          radius: s * 0.055,
          topRadius: s * 0.03,
          height: s * 0.022,
          sides: 5,
        },
        at: [0, s * 0.986, 0],
        material: { color: '#5f6a2e', roughness: 0.8 },
      },
    ],
  }),
  pivot: ({ size }) => [0, size / 2, 0],
})
