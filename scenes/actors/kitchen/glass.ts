import { z } from 'zod'
import { Color, Share, type Vec3 } from '../../schema/values.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const WALL = [
  [0, 0.002],
  [0.66, 0],
  [0.72, 0.012],
  [0.74, 0.04],
  [1, 0.98],
  [0.985, 1],
  [0.96, 0.99],
  [0.7, 0.085],
  [0, 0.075],
] as const

export const glass = defineKind({
  kind: 'glass',
  doc: 'A drinking glass.',
  fields: {
    height: z.number().min(0.02).max(2).default(0.13).describe('Metres.'),
    fill: Share.default(0.65).describe('How full it is.'),
    color: Color.default('orange').describe('Of the drink.'),
  },
  blueprint: ({ height: h, fill, color }) => {
    const r = h * 0.31
    const level = 0.085 + 0.86 * fill
    const inner = (y: number) => 0.7 + ((y - 0.085) / 0.905) * 0.26 - 0.012
    const drink = scaled(
      [
        [0, 0.09],
        [inner(0.09), 0.09],
        [inner(level), level],
        [0, level],
      ],
      r,
      h,
    )
    return {
      parts: [
        ...(fill > 0
          ? [
              {
                shape: { kind: 'lathe', profile: drink } as const,
                at: [0, 0, 0] as Vec3,
                material: { color, roughness: 0.1 },
              },
            ]
          : []),
        // Below half opacity a thing is a veil and not seen as itself: an empty glass would have no pixels.
        {
          shape: { kind: 'lathe', profile: scaled(WALL, r, h) },
          material: {
            surface: 'glass',
            color: '#e6f0ee',
            opacity: fill > 0 ? 0.3 : 0.5,
            roughness: 0.04,
          },
        },
      ],
    }
  },
})
