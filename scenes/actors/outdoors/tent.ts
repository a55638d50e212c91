import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { aligned, bar } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const tent = defineKind({
  kind: 'tent',
  doc: 'A ridge tent, its door flaps open to the front.',
  fields: {
    width: z.number().min(0.8).max(10).default(2).describe('Metres.'),
    height: z.number().min(0.6).max(6).default(1.45).describe('Metres.'),
    length: z.number().min(1).max(15).default(2.5).describe('Along Z, metres.'),
    color: Color.default('orange').describe('Of the canvas.'),
  },
  blueprint: ({ width, height, length, color }) => {
    const canvas = { surface: 'fabric', color } as const
    const half = width / 2
    const slope = Math.hypot(half, height)
    const front = length / 2
    const rope = { color: '#e8e2d0', roughness: 0.9 } as const
    const pole = { surface: 'metal', color: '#a9adb0' } as const
    const sides = [-1, 1].map((s): Part => ({
      shape: {
        kind: 'prism',
        outline: [
          [-front - 0.12, -0.05],
          [front + 0.12, -0.05],
          [front, slope],
          [-front, slope],
        ],
        depth: 0.025,
        bevel: 0.008,
      },
      at: [s * half, 0.03, 0],
      rotation: aligned([0, 0, 1], [-s * half, height, 0]),
      material: canvas,
    }))
    const gable = (outline: [number, number][], z: number, heading: number): Part => ({
      shape: { kind: 'prism', outline, depth: 0.02 },
      at: [0, -0.02, z],
      rotation: [0, heading, 0],
      material: { surface: 'fabric', color: shade(color, 0.86) },
    })
    const flaps = [-1, 1].map((s) =>
      gable(
        s > 0
          ? [
              [0.52 * half, 0],
              [half, 0],
              [0, height],
              [half * 0.2, height * 0.5],
            ]
          : [
              [-half, 0],
              [-0.52 * half, 0],
              [-half * 0.2, height * 0.5],
              [0, height],
            ],
        front,
        0,
      ),
    )
    const ropes = [-1, 1].flatMap((z) =>
      [-1, 1].flatMap((x) => {
        const peg: [number, number, number] = [x * half * 1.35, 0, z * (front + 0.45)]
        return [
          bar([[0, height, z * front], peg], 0.008, rope),
          bar(
            [
              [peg[0], 0.1, peg[2] - z * 0.03],
              [peg[0] * 1.02, 0, peg[2]],
            ],
            0.012,
            pole,
          ),
        ]
      }),
    )
    return {
      parts: [
        ...sides,
        gable(
          [
            [-half, 0],
            [half, 0],
            [0, height],
          ],
          -front,
          180,
        ),
        ...flaps,
        {
          shape: { kind: 'plane', size: [width - 0.16, length - 0.2] },
          at: [0, 0.02, 0],
          material: { surface: 'fabric', color: '#5a5e62' },
        },
        ...[-1, 1].map((z) =>
          bar(
            [
              [0, 0, z * (front - 0.02)],
              [0, height + 0.1, z * (front - 0.02)],
            ],
            0.022,
            pole,
          ),
        ),
        bar(
          [
            [0, height, -front],
            [0, height, front],
          ],
          0.03,
          canvas,
        ),
        ...ropes,
      ],
    }
  },
})
