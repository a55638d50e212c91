import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const WALL = [
  [0, 0.015],
  [0.8, 0.015],
  [0.84, 0],
  [0.9, 0],
  [0.99, 0.05],
  [1, 0.12],
  [1, 0.96],
  [0.985, 0.99],
  [0.96, 1],
  [0.93, 0.99],
  [0.915, 0.96],
  [0.91, 0.12],
  [0.8, 0.07],
  [0, 0.06],
] as const

export const mug = defineKind({
  kind: 'mug',
  doc: 'A glazed mug, its handle to the right.',
  fields: {
    height: z.number().min(0.02).max(2).default(0.1).describe('Metres.'),
    color: Color.default('blue').describe('Of the glaze.'),
    drink: z.enum(['coffee', 'tea', 'milk', 'none']).default('coffee').describe('What is in it.'),
  },
  blueprint: ({ height: h, color, drink }) => {
    const glaze = { color, roughness: 0.18 } as const
    const r = h * 0.42
    const handle: Vec3[] = [
      [r * 0.96, h * 0.8, 0],
      [r * 1.38, h * 0.84, 0],
      [r * 1.68, h * 0.66, 0],
      [r * 1.62, h * 0.4, 0],
      [r * 1.3, h * 0.2, 0],
      [r * 0.95, h * 0.2, 0],
    ]
    const liquid = { coffee: '#2e1a10', tea: '#8a4a1a', milk: '#f4efe4', none: '' }[drink]
    return {
      parts: [
        { shape: { kind: 'lathe', profile: scaled(WALL, r, h) }, material: glaze },
        bar(handle, h * 0.062, glaze),
        ...(liquid
          ? [
              {
                shape: { kind: 'cylinder', radius: r * 0.915, height: h * 0.74 } as const,
                at: [0, h * 0.08, 0] as Vec3,
                material: { color: liquid, roughness: 0.08 },
              },
            ]
          : []),
      ],
    }
  },
})
