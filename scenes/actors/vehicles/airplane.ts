import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { aligned, ball, bar, lathed, roller } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** The fuselage from tail to nose, `[radius, along]` over the length. */
const BODY = [
  [0, -0.5],
  [0.018, -0.5],
  [0.04, -0.4],
  [0.062, -0.22],
  [0.066, 0],
  [0.066, 0.34],
  [0.058, 0.42],
  [0.035, 0.48],
  [0, 0.5],
] as const
const WINDOWS = 12

export const airplane = defineKind({
  kind: 'airplane',
  doc: 'A passenger jet on its wheels, its nose to the front.',
  fields: {
    length: z.number().min(0.1).max(80).default(30).describe('Metres.'),
    color: Color.default('white').describe('Of the fuselage.'),
    tail: Color.default('blue').describe('Of the fin and the engines.'),
  },
  blueprint: ({ length: l, color, tail }) => {
    const paint = { color, roughness: 0.25 } as const
    const mark = { color: tail, roughness: 0.3 } as const
    const grey = { color: '#b4b8bd', roughness: 0.35, metalness: 0.3 } as const
    const dark = { color: '#23262b', roughness: 0.3 } as const
    const middle = l * 0.135
    // A wing from above, `[x, z]` at the left; the other side mirrored. It lies on a plane that rises outwards.
    const wing = (
      s: number,
      outline: [number, number][],
      y: number,
      thick: number,
      rise: number,
    ): Part => {
      const points = outline.map(([x, z]): [number, number] => [s * x * l, -z * l])
      return {
        shape: { kind: 'prism', outline: s > 0 ? points.reverse() : points, depth: thick * l },
        at: [0, y * l, 0],
        rotation: tilted(s * rise),
        material: grey,
      }
    }
    const engine = (s: number): Part[] => [
      lathed(
        scaled(
          [
            [0.012, -0.06],
            [0.024, -0.05],
            [0.031, 0.01],
            [0.029, 0.05],
            [0.024, 0.05],
            [0.02, 0.03],
            [0, 0.03],
          ],
          l,
          l,
        ),
        mark,
        [s * l * 0.15, l * 0.088, l * 0.085],
        [90, 0, 0],
      ),
      {
        shape: { kind: 'cylinder', radius: l * 0.022, height: l * 0.004 },
        at: [s * l * 0.15, l * 0.088, l * 0.116],
        rotation: [90, 0, 0],
        material: dark,
      },
      ball([l * 0.016, l * 0.03, l * 0.12], [s * l * 0.15, l * 0.1, l * 0.05], grey),
    ]
    const gear = (x: number, z: number): Part[] => [
      bar(
        [
          [x * l, l * 0.02, z * l],
          [x * l, l * 0.1, z * l],
        ],
        l * 0.006,
        grey,
      ),
      roller(l * 0.02, l * 0.022, [x * l, l * 0.02, z * l], dark, l * 0.004),
    ]
    const panes = Array.from({ length: WINDOWS }, (_, i) =>
      [-1, 1].map((s) =>
        ball(
          [l * 0.006, l * 0.014, l * 0.01],
          [s * l * 0.0645, middle + l * 0.01, (0.3 - i * 0.042) * l],
          dark,
        ),
      ),
    ).flat()
    return {
      parts: [
        lathed(scaled(BODY, l, l), paint, [0, middle, 0], [90, 0, 0]),
        ball([l * 0.075, l * 0.03, l * 0.05], [0, middle + l * 0.024, l * 0.425], dark),
        ...panes,
        ...[-1, 1].flatMap((s) => [
          wing(
            s,
            [
              [0.03, -0.08],
              [0.2, -0.12],
              [0.46, -0.21],
              [0.46, -0.175],
              [0.2, 0.02],
              [0.03, 0.14],
            ],
            0.115,
            0.012,
            6,
          ),
          wing(
            s,
            [
              [0.01, -0.48],
              [0.17, -0.52],
              [0.17, -0.485],
              [0.01, -0.385],
            ],
            0.155,
            0.008,
            6,
          ),
          ...engine(s),
          ...gear(s * 0.055, -0.03),
        ]),
        ...gear(0, 0.36),
        {
          shape: {
            kind: 'prism',
            outline: [
              [-0.44, 0.18],
              [-0.3, 0.19],
              [-0.46, 0.335],
              [-0.53, 0.335],
            ].map(([z, y]) => [(z as number) * l, (y as number) * l]),
            depth: l * 0.012,
          },
          rotation: [0, -90, 0],
          material: mark,
        },
      ],
    }
  },
})

/** A wing lies on its back and its tip is lifted by so many degrees: Euler YXZ of X leant up about Z. */
function tilted(degrees: number): Vec3 {
  const angle = (degrees * Math.PI) / 180
  return aligned([Math.cos(angle), Math.sin(angle), 0], [0, 0, -1])
}
