import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, ball, bar } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const LACES = 10

export const drum = defineKind({
  kind: 'drum',
  doc: 'A drum laced with cords, two sticks on its skin.',
  fields: {
    width: z.number().min(0.05).max(4).default(0.42).describe('Metres.'),
    color: Color.default('red').describe('Of the shell.'),
  },
  blueprint: ({ width: w, color }) => {
    const wood = { color: '#c9a061', roughness: 0.5 } as const
    const gold = { color: '#d9a82f', roughness: 0.35 } as const
    const r = w * 0.47
    const high = w * 0.66
    const hoop = (y: number): Part => ({
      shape: { kind: 'cylinder', radius: w * 0.5, height: w * 0.07, bevel: w * 0.012 },
      at: [0, y, 0],
      material: gold,
    })
    const laces = Array.from({ length: LACES }, (_, i) => {
      const turn = (i * 360) / LACES
      const half = 180 / LACES
      return [-1, 1].map((s) =>
        bar(
          [
            around(turn, r * 1.015, high - w * 0.05),
            around(turn + s * half * 0.5, r * 1.04, high / 2),
            around(turn + s * half, r * 1.015, w * 0.05),
          ],
          w * 0.011,
          {
            color: '#f1ece0',
            roughness: 0.8,
          },
        ),
      )
    }).flat()
    const stick = (s: number): Part[] => [
      bar(
        [
          [s * w * 0.34, high + w * 0.03, w * 0.34],
          [-s * w * 0.13, high + w * 0.035, -w * 0.2],
        ],
        w * 0.016,
        wood,
        w * 0.011,
      ),
      ball([w * 0.05, w * 0.05, w * 0.06], [-s * w * 0.14, high + w * 0.012, -w * 0.21], wood),
    ]
    return {
      parts: [
        {
          shape: { kind: 'cylinder', radius: r, height: high },
          material: { color, roughness: 0.3 },
        },
        hoop(0),
        hoop(high - w * 0.07),
        {
          shape: { kind: 'cylinder', radius: w * 0.44, height: w * 0.012 },
          at: [0, high, 0],
          material: { color: '#f3efe4', roughness: 0.6 },
        },
        ...laces,
        ...stick(1),
        ...stick(-1),
      ],
    }
  },
})
