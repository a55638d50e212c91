import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, bar } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Degrees that the tube looks up. */
const UP = 32

export const telescope = defineKind({
  kind: 'telescope',
  doc: 'A telescope on a tripod, looking up to the front.',
  fields: {
    height: z.number().min(0.1).max(8).default(1.5).describe('Metres.'),
    color: Color.default('white').describe('Of the tube.'),
  },
  blueprint: ({ height: h, color }) => {
    const paint = { color, roughness: 0.3 } as const
    const black = { color: '#1d1f22', roughness: 0.45 } as const
    const wood = { color: '#8a5a30', roughness: 0.5 } as const
    const top = h * 0.68
    const angle = (UP * Math.PI) / 180
    const on = (along: number, over = 0): Vec3 => [
      0,
      top + h * 0.05 + Math.sin(angle) * along * h + Math.cos(angle) * over * h,
      Math.cos(angle) * along * h - Math.sin(angle) * over * h,
    ]
    const tube = (
      from: number,
      to: number,
      radius: number,
      material: Part['material'],
      over = 0,
    ): Part => ({
      shape: { kind: 'cylinder', radius: radius * h, height: (to - from) * h, bevel: h * 0.006 },
      at: on(from, over),
      rotation: [90 - UP, 0, 0],
      material,
    })
    return {
      parts: [
        ...[60, 180, 300].flatMap((turn) => [
          bar(
            [around(turn, h * 0.03, top), around(turn, h * 0.33, h * 0.012)],
            h * 0.016,
            wood,
            h * 0.011,
          ),
          bar([around(turn, h * 0.19, h * 0.32), [0, h * 0.36, 0]], h * 0.006, black),
        ]),
        {
          shape: { kind: 'cylinder', radius: h * 0.045, height: h * 0.06, bevel: h * 0.01 },
          at: [0, top - h * 0.02, 0],
          material: black,
        },
        tube(-0.4, 0.34, 0.055, paint),
        tube(0.3, 0.48, 0.068, black),
        tube(0.476, 0.482, 0.06, { color: '#41627e', roughness: 0.06, metalness: 0.5 }),
        tube(-0.44, -0.38, 0.06, black),
        tube(-0.52, -0.43, 0.028, { surface: 'metal', color: '#c0c4c8', roughness: 0.3 }),
        tube(-0.34, -0.14, 0.016, black, 0.085),
        tube(-0.08, -0.02, 0.062, black),
        tube(0.06, 0.1, 0.062, black),
      ],
    }
  },
})
