import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { ball, bar, block, roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const robot = defineKind({
  kind: 'robot',
  doc: 'A tin toy robot with an antenna and grippers.',
  fields: {
    height: z.number().min(0.05).max(5).default(0.34).describe('Metres.'),
    color: Color.default('light-blue').describe('Of the tin.'),
    eyes: Color.default('yellow').describe('Of eyes and lamps.'),
  },
  blueprint: ({ height: h, color, eyes }) => {
    const tin = { color, roughness: 0.3, metalness: 0.3 } as const
    const grey = { color: '#5d6268', roughness: 0.4, metalness: 0.4 } as const
    const red = { color: '#c2312b', roughness: 0.3 } as const
    const dial = (x: number, y: number, radius: number, material: Part['material']): Part => ({
      shape: { kind: 'cylinder', radius: radius * h, height: h * 0.02, bevel: h * 0.004 },
      at: [x * h, y * h, h * 0.115] as Vec3,
      rotation: [90, 0, 0],
      material,
    })
    const eye = (s: number): Part => ({
      shape: { kind: 'cylinder', radius: h * 0.045, height: h * 0.03, bevel: h * 0.006 },
      at: [s * h * 0.075, h * 0.77, h * 0.1],
      rotation: [90, 0, 0],
      material: { color: eyes, roughness: 0.2, glow: 0.6, glowColor: eyes },
    })
    const limbs = [-1, 1].flatMap((s): Part[] => [
      block([h * 0.13, h * 0.06, h * 0.22], [s * h * 0.1, 0, h * 0.02], red, h * 0.02),
      {
        shape: { kind: 'cylinder', radius: h * 0.045, height: h * 0.22 },
        at: [s * h * 0.1, h * 0.05, 0],
        material: grey,
      },
      roller(h * 0.045, h * 0.08, [s * h * 0.21, h * 0.54, 0], grey),
      bar(
        [
          [s * h * 0.25, h * 0.54, 0],
          [s * h * 0.29, h * 0.42, 0.02 * h],
          [s * h * 0.29, h * 0.33, h * 0.08],
        ],
        h * 0.035,
        tin,
      ),
      ...[-1, 1].map((side) =>
        bar(
          [
            [s * h * 0.29, h * 0.33, h * 0.08],
            [s * h * (0.29 + side * 0.05), h * 0.29, h * 0.12],
            [s * h * (0.29 + side * 0.02), h * 0.25, h * 0.16],
          ],
          h * 0.016,
          red,
        ),
      ),
      roller(h * 0.04, h * 0.05, [s * h * 0.17, h * 0.75, 0], red, h * 0.01),
    ])
    return {
      parts: [
        ...limbs,
        block([h * 0.36, h * 0.36, h * 0.24], [0, h * 0.26, 0], tin, h * 0.025),
        {
          shape: { kind: 'cylinder', radius: h * 0.05, height: h * 0.06 },
          at: [0, h * 0.61, 0],
          material: grey,
        },
        block([h * 0.3, h * 0.22, h * 0.22], [0, h * 0.65, 0], tin, h * 0.03),
        eye(-1),
        eye(1),
        block([h * 0.15, h * 0.03, h * 0.01], [0, h * 0.685, h * 0.11], grey, 0),
        block(
          [h * 0.26, h * 0.2, h * 0.01],
          [0, h * 0.33, h * 0.12],
          { color: '#e9e6dc', roughness: 0.4 },
          h * 0.004,
        ),
        dial(-0.07, 0.46, 0.035, red),
        dial(0.07, 0.46, 0.035, { color: eyes, roughness: 0.3 }),
        dial(0, 0.38, 0.03, grey),
        bar(
          [
            [0, h * 0.86, 0],
            [0, h * 0.96, 0],
          ],
          h * 0.01,
          grey,
        ),
        ball([h * 0.05, h * 0.05, h * 0.05], [0, h * 0.95, 0], red),
      ],
    }
  },
})
