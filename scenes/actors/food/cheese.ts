import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { circle } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Degrees that the wedge is of the whole. */
const WEDGE = 52
/** Of the holes in a cut face: share of its length, share of its height, radius over the height. */
const HOLES = [
  [0.16, 0.3, 0.13],
  [0.36, 0.66, 0.19],
  [0.55, 0.28, 0.16],
  [0.7, 0.72, 0.12],
  [0.85, 0.42, 0.2],
] as const

export const cheese = defineKind({
  kind: 'cheese',
  doc: 'A wedge of cheese with holes, its point to the left.',
  fields: {
    length: z.number().min(0.02).max(3).default(0.16).describe('Metres.'),
    color: Color.default('#f0bd3c').describe('Of the inside.'),
  },
  blueprint: ({ length: l, color }) => {
    const high = l * 0.42
    const half = WEDGE / 2
    const dark = { color: shade(color, 0.55), roughness: 0.8 } as const
    const cut = (s: number) =>
      HOLES.map(([along, up, size], i): Part => {
        const angle = (s * half * Math.PI) / 180
        const way = s > 0 ? along : 1 - along * 0.85
        const at: Vec3 = [
          -l / 2 + Math.cos(angle) * l * way,
          high * (i % 2 && s < 0 ? 1 - up : up),
          -Math.sin(angle) * l * way,
        ]
        return {
          shape: { kind: 'cylinder', radius: high * size * 0.8, height: l * 0.006 },
          at,
          // Its axis out of the cut face.
          rotation: s > 0 ? [-90, half, 0] : [90, -half, 0],
          material: dark,
        }
      })
    const lid = (
      [
        [0.38, 4, 0.12],
        [0.62, -8, 0.17],
        [0.84, 12, 0.13],
      ] as const
    ).map(([along, turn, size]): Part => ({
      shape: { kind: 'cylinder', radius: high * size, height: l * 0.006 },
      at: [
        -l / 2 + Math.cos((turn * Math.PI) / 180) * l * along,
        high * 0.985,
        -Math.sin((turn * Math.PI) / 180) * l * along,
      ],
      material: dark,
    }))
    return {
      parts: [
        {
          shape: {
            kind: 'prism',
            outline: [[0, 0], ...circle(l, [0, 0], -half, half, 12)],
            depth: high,
            bevel: l * 0.012,
          },
          at: [-l / 2, high / 2, 0],
          rotation: [-90, 0, 0],
          material: { color, roughness: 0.5 },
        },
        {
          shape: {
            kind: 'prism',
            outline: [
              ...circle(l * 1.012, [0, 0], -half, half, 12),
              ...circle(l * 0.97, [0, 0], -half, half, 12).reverse(),
            ],
            depth: high * 1.01,
          },
          at: [-l / 2, high / 2, 0],
          rotation: [-90, 0, 0],
          material: { color: shade(color, 0.72), roughness: 0.6 },
        },
        ...cut(1),
        ...cut(-1),
        ...lid,
      ],
    }
  },
})
