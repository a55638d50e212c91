import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { aligned, around, bar } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const RIBS = 8
/** The canopy's meridian over its radius, from the rim to the top. */
const RISE: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.88, 0.19],
  [0.66, 0.36],
  [0.36, 0.47],
  [0.05, 0.51],
]

export const umbrella = defineKind({
  kind: 'umbrella',
  doc: 'An open umbrella, upright on the crook of its handle.',
  fields: {
    height: z.number().min(0.1).max(5).default(0.95).describe('Metres.'),
    color: Color.default('red').describe('Of the cloth.'),
    second: Color.optional().describe('Of every other panel.'),
  },
  blueprint: ({ height: h, color, second }) => {
    const wood = { color: '#6b4325', roughness: 0.5 } as const
    const steel = { surface: 'metal', color: '#aeb2b6', roughness: 0.3 } as const
    const r = h * 0.56
    const rim = h * 0.66
    const point = (turn: number, [out, up]: readonly [number, number]): Vec3 =>
      around(turn, r * out, rim + r * up)
    // Each panel is a strip of flat cloths between two ribs: it sags in its middle, so that the rim is scalloped.
    const panel = (i: number): Part[] => {
      const [from, to] = [(i * 360) / RIBS, ((i + 1) * 360) / RIBS]
      const cloth = {
        surface: 'fabric',
        color: i % 2 ? (second ?? shade(color, 0.92)) : color,
      } as const
      return RISE.slice(1).map((inner, k): Part => {
        const outer = RISE[k] as readonly [number, number]
        const corners = [
          point(from, outer),
          point(to, outer),
          point(to, inner),
          point(from, inner),
        ] as const
        return sheet(corners, k === 0 ? r * 0.07 : 0, cloth)
      })
    }
    const ribs = Array.from({ length: RIBS }, (_, i) =>
      bar(
        [RISE[0], RISE[1], RISE[2]].map((at) => {
          const [x, y, z] = point((i * 360) / RIBS, at as readonly [number, number])
          return [x, y - h * 0.006, z] as Vec3
        }),
        h * 0.005,
        steel,
      ),
    )
    return {
      parts: [
        ...Array.from({ length: RIBS }, (_, i) => panel(i)).flat(),
        ...ribs,
        bar(
          [
            [0, h * 0.09, 0],
            [0, h * 0.96, 0],
          ],
          h * 0.009,
          steel,
        ),
        {
          shape: { kind: 'cylinder', radius: h * 0.012, topRadius: 0.001, height: h * 0.07 },
          at: [0, h * 0.93, 0],
          material: wood,
        },
        bar(
          [
            [0, h * 0.22, 0],
            [0, h * 0.08, 0],
            [h * 0.02, h * 0.03, 0],
            [h * 0.065, h * 0.018, 0],
            [h * 0.105, h * 0.04, 0],
            [h * 0.115, h * 0.085, 0],
          ],
          h * 0.018,
          wood,
        ),
      ],
    }
  },
})

/** A thin cloth between four corners (outer left, outer right, inner right, inner left), its outer edge drawn in by `sag`. */
function sheet(
  [a, b, c, d]: readonly [Vec3, Vec3, Vec3, Vec3],
  sag: number,
  material: Part['material'],
): Part {
  const middle = (p: Vec3, q: Vec3): Vec3 => [
    (p[0] + q[0]) / 2,
    (p[1] + q[1]) / 2,
    (p[2] + q[2]) / 2,
  ]
  const [low, high] = [middle(a, b), middle(d, c)]
  const up: Vec3 = [high[0] - low[0], high[1] - low[1], high[2] - low[2]]
  const along: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [wide, narrow, long] = [Math.hypot(...along), distance(c, d), Math.hypot(...up)]
  return {
    shape: {
      kind: 'prism',
      outline: [
        [-wide / 2, 0],
        ...((sag > 0
          ? [
              [-wide / 4, sag * 0.75],
              [0, sag],
              [wide / 4, sag * 0.75],
            ]
          : []) as [number, number][]),
        [wide / 2, 0],
        [narrow / 2, long],
        [-narrow / 2, long],
      ],
      depth: 0.004,
    },
    at: low,
    rotation: aligned(along, up),
    material,
  }
}

function distance(p: Vec3, q: Vec3): number {
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}
