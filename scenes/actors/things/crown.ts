import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, ball, lathed } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const POINTS = 8
const GEMS = ['#b01828', '#1f57b8', '#1f8a4a'] as const

export const crown = defineKind({
  kind: 'crown',
  doc: 'A golden crown with points and jewels.',
  fields: {
    width: z.number().min(0.03).max(3).default(0.2).describe('Metres.'),
    color: Color.default('gold').describe('Of the metal.'),
  },
  blueprint: ({ width: w, color }) => {
    const gold = { surface: 'metal', color, roughness: 0.25 } as const
    const r = w * 0.42
    const points = Array.from({ length: POINTS }, (_, i): Part[] => {
      const turn = (i * 360) / POINTS
      const wide = Math.tan(Math.PI / POINTS) * r * 1.04
      return [
        {
          shape: {
            kind: 'prism',
            outline: [
              [-wide, 0],
              [wide, 0],
              [wide * 0.9, w * 0.05],
              [0, w * 0.42],
              [-wide * 0.9, w * 0.05],
            ],
            depth: w * 0.025,
          },
          at: around(turn, r * 0.98, w * 0.14),
          rotation: [9, turn, 0] as Vec3,
          material: gold,
        },
        ball([w * 0.075, w * 0.075, w * 0.075], around(turn, r * 1.14, w * 0.53), {
          color: '#f1ead8',
          roughness: 0.2,
        }),
        ball([w * 0.07, w * 0.09, w * 0.07], around(turn, r * 1.0, w * 0.055), {
          color: GEMS[i % GEMS.length] as string,
          roughness: 0.08,
        }),
      ]
    }).flat()
    return {
      parts: [
        lathed(
          [
            [r * 0.96, 0],
            [r * 1.04, 0],
            [r * 1.06, w * 0.03],
            [r, w * 0.04],
            [r, w * 0.16],
            [r * 1.05, w * 0.17],
            [r * 1.04, w * 0.2],
            [r * 0.94, w * 0.2],
            [r * 0.94, w * 0.02],
            [r * 0.96, 0],
          ],
          gold,
        ),
        {
          shape: { kind: 'sphere', radius: r * 0.9 },
          at: [0, w * 0.02, 0],
          scale: [1, 0.46, 1],
          material: { surface: 'fabric', color: '#7a1226' },
        },
        ...points,
      ],
    }
  },
})
