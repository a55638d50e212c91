import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, ball, block, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const LEAVES = 11
const SEEDS = 26
const LOWER = [
  [0, 0],
  [0.42, 0],
  [0.49, 0.05],
  [0.47, 0.14],
  [0, 0.14],
] as const
const UPPER = [
  [0, 0.36],
  [0.48, 0.36],
  [0.5, 0.42],
  [0.44, 0.58],
  [0.26, 0.69],
  [0, 0.71],
] as const

export const hamburger = defineKind({
  kind: 'hamburger',
  doc: 'A hamburger: a bun with sesame, meat, cheese, tomato and lettuce.',
  fields: {
    width: z.number().min(0.03).max(3).default(0.12).describe('Metres.'),
    color: Color.default('#c98b45').describe('Of the bun.'),
  },
  blueprint: ({ width: w, color }) => {
    const bun = { color, roughness: 0.5 } as const
    const lettuce = Array.from({ length: LEAVES }, (_, i): Part => ({
      shape: { kind: 'blob', size: [w * 0.34, w * 0.06, w * 0.26], lumps: 0.5, seed: i, detail: 2 },
      at: around((i * 360) / LEAVES, w * 0.4, w * (0.29 + 0.015 * (i % 2))),
      rotation: [10, (i * 360) / LEAVES, (i % 3) * 8 - 8],
      material: { color: i % 2 ? '#6fae3c' : '#85c04b', roughness: 0.6 },
    }))
    const seeds = Array.from({ length: SEEDS }, (_, i): Part => {
      const turn = i * 137.5
      const lean = 4 + 46 * Math.sqrt(i / SEEDS)
      const out = 0.44 * Math.sqrt((i + 0.3) / SEEDS)
      const at = around(turn, w * out, w * (crownAt(out) - 0.008))
      return {
        ...ball([w * 0.02, w * 0.018, w * 0.035], at, { color: '#f3e3bd', roughness: 0.6 }),
        rotation: [lean, turn, 0],
      }
    })
    return {
      parts: [
        lathed(eased(scaled(LOWER, w, w)), bun),
        {
          shape: {
            kind: 'blob',
            size: [w * 1.02, w * 0.15, w * 1.02],
            lumps: 0.08,
            seed: 3,
            detail: 3,
          },
          at: [0, w * 0.12, 0],
          material: { color: '#5a3420', roughness: 0.85 },
        },
        {
          ...block([w * 0.9, w * 0.022, w * 0.9], [0, w * 0.245, 0], {
            color: '#f0b429',
            roughness: 0.4,
          }),
          rotation: [0, 25, 0],
        },
        ...[45, 165, 285].map((turn): Part => ({
          shape: { kind: 'cylinder', radius: w * 0.22, height: w * 0.04, bevel: w * 0.012 },
          at: around(turn, w * 0.27, w * 0.265),
          material: { color: '#c5322b', roughness: 0.3 },
        })),
        ...lettuce,
        lathed(eased(scaled(UPPER, w, w)), bun),
        ...seeds,
      ],
    }
  },
})

/** How high the upper bun is at a distance from its middle, both over the width. */
function crownAt(out: number): number {
  const line = eased(UPPER).slice(2)
  const above = line.findLast(([r]) => r >= out) as [number, number]
  const next = line[line.indexOf(above) + 1] ?? above
  const share = above[0] === next[0] ? 0 : (above[0] - out) / (above[0] - next[0])
  return above[1] + (next[1] - above[1]) * share
}
