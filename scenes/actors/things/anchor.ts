import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, block, roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const anchor = defineKind({
  kind: 'anchor',
  doc: "A ship's anchor, upright, on a small foot.",
  fields: {
    height: z.number().min(0.05).max(6).default(1.4).describe('Metres.'),
    color: Color.default('#3b4046').describe('Of the iron.'),
  },
  blueprint: ({ height: h, color }) => {
    const iron = { color, roughness: 0.5, metalness: 0.4 } as const
    const arc = Array.from({ length: 9 }, (_, i): Vec3 => {
      const angle = ((200 + (140 * i) / 8) * Math.PI) / 180
      return [Math.cos(angle) * h * 0.4, h * 0.46 + Math.sin(angle) * h * 0.4, 0]
    })
    const fluke = (s: number): Part => ({
      shape: {
        kind: 'prism',
        outline: [
          [-0.1, -0.02],
          [0.1, -0.02],
          [0, 0.18],
        ].map(([x, y]) => [(x as number) * h, (y as number) * h]),
        depth: h * 0.04,
        bevel: h * 0.008,
      },
      at: [s * h * 0.385, h * 0.3, 0],
      rotation: [0, 0, -s * 14],
      material: iron,
    })
    return {
      parts: [
        block(
          [h * 0.34, h * 0.035, h * 0.26],
          [0, 0, 0],
          { color: '#7d8084', roughness: 0.8 },
          h * 0.008,
        ),
        bar(
          [
            [0, h * 0.06, 0],
            [0, h * 0.86, 0],
          ],
          h * 0.038,
          iron,
          h * 0.03,
        ),
        bar(arc, h * 0.042, iron),
        fluke(-1),
        fluke(1),
        roller(h * 0.026, h * 0.5, [0, h * 0.74, 0], iron, h * 0.006),
        ...[-1, 1].map((s) => ({
          shape: { kind: 'sphere', radius: h * 0.04 } as const,
          at: [s * h * 0.26, h * 0.7, 0] as Vec3,
          material: iron,
        })),
        {
          shape: { kind: 'torus', radius: h * 0.06, tube: h * 0.02 },
          at: [0, h * 0.92, -h * 0.02],
          rotation: [90, 0, 0],
          material: iron,
        },
      ],
    }
  },
})
