import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar, block } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import { defineKind } from '../kind.ts'

export const backpack = defineKind({
  kind: 'backpack',
  doc: 'A backpack with a rolled mat on top, its straps behind.',
  fields: {
    height: z.number().min(0.05).max(3).default(0.5).describe('Metres, mat included.'),
    color: Color.default('green').describe('Of the cloth.'),
    mat: Color.default('orange').describe('Of the mat.'),
  },
  blueprint: ({ height: h, color, mat }) => {
    const cloth = { surface: 'fabric', color } as const
    const dark = { surface: 'fabric', color: shade(color, 0.6) } as const
    const leather = { color: '#6b4427', roughness: 0.6 } as const
    const strap = (s: number) =>
      bar(
        [
          [s * h * 0.14, h * 0.76, -h * 0.15],
          [s * h * 0.17, h * 0.72, -h * 0.25],
          [s * h * 0.19, h * 0.42, -h * 0.27],
          [s * h * 0.2, h * 0.14, -h * 0.17],
        ],
        h * 0.022,
        leather,
      )
    return {
      parts: [
        block([h * 0.58, h * 0.72, h * 0.34], [0, 0, 0], cloth, h * 0.1),
        block([h * 0.6, h * 0.18, h * 0.4], [0, h * 0.6, h * 0.01], dark, h * 0.08),
        block([h * 0.42, h * 0.3, h * 0.14], [0, h * 0.06, h * 0.19], dark, h * 0.05),
        block([h * 0.44, h * 0.1, h * 0.16], [0, h * 0.29, h * 0.19], cloth, h * 0.04),
        ...[-1, 1].flatMap((s) => [
          block([h * 0.1, h * 0.34, h * 0.2], [s * h * 0.31, h * 0.04, 0], dark, h * 0.04),
          block([h * 0.045, h * 0.34, h * 0.012], [s * h * 0.16, h * 0.42, h * 0.205], leather, 0),
          block(
            [h * 0.06, h * 0.05, h * 0.02],
            [s * h * 0.16, h * 0.5, h * 0.208],
            { surface: 'metal', color: '#c6a24a', roughness: 0.3 },
            0,
          ),
          strap(s),
          bar(
            [
              [s * h * 0.2, h * 0.76, h * 0.1],
              [s * h * 0.2, h * 1.0, h * 0.0],
              [s * h * 0.2, h * 0.78, -h * 0.1],
            ],
            h * 0.014,
            leather,
          ),
        ]),
        {
          shape: { kind: 'cylinder', radius: h * 0.1, height: h * 0.74, bevel: h * 0.015 },
          at: [h * 0.37, h * 0.87, 0],
          rotation: [0, 0, 90],
          material: { surface: 'fabric', color: mat },
        },
        {
          shape: { kind: 'torus', radius: h * 0.06, tube: h * 0.02 },
          at: [h * 0.36, h * 0.87, 0],
          rotation: [0, 0, 90],
          material: { surface: 'fabric', color: shade(mat, 0.6) },
        },
      ],
    }
  },
})
