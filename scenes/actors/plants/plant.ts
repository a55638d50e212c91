import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { add, times } from '../../take/pose.ts'
import { aligned, around, bar } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

/** Half of a leaf's outline, along its length: where, and how wide. */
const LEAF = [
  [0, 0.02],
  [0.06, 0.16],
  [0.2, 0.29],
  [0.38, 0.33],
  [0.6, 0.26],
  [0.82, 0.12],
  [1, 0],
] as const

export const plant = defineKind({
  kind: 'plant',
  doc: 'A broad-leaved house plant in a pot.',
  fields: {
    height: z.number().min(0.15).max(3).default(0.9).describe('Metres.'),
    color: Color.default('#3f7d3a').describe('Of the leaves.'),
    pot: Color.default('#b5623f').describe('Of the pot.'),
  },
  blueprint: ({ height: h, color, pot }, random) => {
    const r = h * 0.17
    const rim = h * 0.3
    const leaves = Array.from({ length: 17 }, (_, i): Part[] => {
      const heading = i * 137.5 + random.between(-15, 15)
      const inner = 1 - i / 17
      const tall = h * (0.5 + 0.42 * inner) * random.between(0.92, 1.05)
      const out = h * (0.2 - 0.14 * inner)
      const long = h * random.between(0.24, 0.33)
      const tip = around(heading, out, Math.min(tall, h * 0.93))
      const bend = around(heading, out * 0.35, rim + (tip[1] - rim) * 0.65)
      const along = add(around(heading, 1), [0, 0.55 * inner - 0.25, 0])
      const across = around(heading + 90, 1)
      const tint = shade(color, random.pick([0.85, 1, 1.15]))
      const half = (s: number): Part => ({
        shape: { kind: 'prism', outline: blade(long, s), depth: 0.004 },
        at: tip,
        rotation: aligned(along, add(across, [0, s * 0.3, 0])),
        material: { color: tint, roughness: 0.45 },
      })
      return [
        bar(
          [around(heading, r * 0.2, rim * 0.9), bend, tip],
          h * 0.008,
          { color: shade(color, 0.9) },
          h * 0.005,
        ),
        half(1),
        half(-1),
        bar(
          [tip, add(tip, times(along, long * 0.72))],
          h * 0.004,
          { color: shade(color, 1.3) },
          h * 0.001,
        ),
      ]
    })
    const clay = { color: pot, roughness: 0.8 } as const
    return {
      parts: [
        {
          shape: {
            kind: 'lathe',
            profile: scaled(
              [
                [0, 0],
                [0.68, 0],
                [0.72, 0.03],
                [0.92, 0.8],
                [1.04, 0.8],
                [1.06, 0.84],
                [1.06, 0.97],
                [1.03, 1],
                [0.93, 1],
                [0.9, 0.86],
              ],
              r,
              rim,
            ),
          },
          material: clay,
        },
        {
          shape: { kind: 'cylinder', radius: r * 0.92, height: rim * 0.1 },
          at: [0, rim * 0.8, 0],
          material: { surface: 'earth', color: '#3b2d22' },
        },
        ...leaves.flat(),
      ],
    }
  },
})

/** One half of a leaf beside its midrib, which runs along X; counter-clockwise on either side. */
function blade(length: number, side: number): [number, number][] {
  const edge = LEAF.map(([x, y]): [number, number] => [x * length, side * y * length])
  const outline: [number, number][] = [[0, 0], ...edge]
  return side > 0 ? outline.reverse() : outline
}
