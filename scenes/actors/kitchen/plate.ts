import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const PROFILE = [
  [0, 0.1],
  [0.52, 0.1],
  [0.54, 0],
  [0.6, 0],
  [0.62, 0.2],
  [0.78, 0.45],
  [0.98, 0.88],
  [1, 0.96],
  [0.985, 1],
  [0.96, 0.99],
  [0.74, 0.62],
  [0.66, 0.36],
  [0, 0.3],
] as const

export const plate = defineKind({
  kind: 'plate',
  doc: 'A dinner plate with a coloured rim.',
  fields: {
    width: z.number().min(0.03).max(3).default(0.26).describe('Diameter, metres.'),
    color: Color.default('white').describe('Of the glaze.'),
    rim: Color.default('navy').describe('Of the line on the rim.'),
  },
  blueprint: ({ width, color, rim }) => {
    const r = width / 2
    return {
      parts: [
        {
          shape: { kind: 'lathe', profile: scaled(PROFILE, r, width * 0.09) },
          material: { color, roughness: 0.18 },
        },
        {
          shape: { kind: 'torus', radius: r * 0.95, tube: r * 0.012 },
          at: [0, width * 0.09 * 0.95 - r * 0.016, 0] as Vec3,
          material: { color: rim, roughness: 0.2 },
        },
      ],
    }
  },
})
