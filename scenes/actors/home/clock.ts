import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

export const clock = defineKind({
  kind: 'clock',
  doc: 'A round wall clock that goes; its back lies at z = 0, for hanging on a wall.',
  fields: {
    size: z.number().min(0.05).max(5).default(0.36).describe('Diameter, metres.'),
    color: Color.default('black').describe('Of the rim.'),
    hours: z
      .number()
      .min(0)
      .max(24)
      .default(10.15)
      .describe('What it shows at the start: 10.5 is half past ten.'),
  },
  blueprint: ({ size, color, hours }) => {
    const r = size / 2
    const middle: Vec3 = [0, r, 0.03]
    const ink = { color: '#1b1c1f', roughness: 0.6 } as const
    const mark = (i: number): Part => {
      const angle = (i * Math.PI) / 6
      const long = i % 3 === 0 ? 0.16 : 0.09
      return {
        ...block(
          [r * (i % 3 === 0 ? 0.05 : 0.025), r * long, 0.003],
          [Math.sin(angle) * r * (0.82 - long), r + Math.cos(angle) * r * (0.82 - long), 0.027],
          ink,
          0,
        ),
        rotation: [0, 0, -i * 30],
      }
    }
    const hand = (
      turn: number,
      long: number,
      wide: number,
      z: number,
      degreesPerSecond: number,
      hue: string,
    ): Part => ({
      shape: {
        kind: 'prism',
        outline: scaled(
          [
            [-wide, -long * 0.15],
            [wide, -long * 0.15],
            [wide * 0.5, long],
            [-wide * 0.5, long],
          ],
          r,
          r,
        ),
        depth: 0.003,
      },
      at: [0, r, z],
      rotation: [0, 0, -turn],
      material: { color: hue, roughness: 0.5 },
      turns: { by: 'time', degreesPerSecond, axis: [0, 0, -1], pivot: middle },
    })
    return {
      parts: [
        {
          shape: { kind: 'cylinder', radius: r * 0.93, height: 0.025, sides: 56 },
          at: [0, r, 0],
          rotation: [90, 0, 0],
          material: { color: '#f6f3ea', roughness: 0.55 },
        },
        {
          shape: {
            kind: 'lathe',
            profile: scaled(
              [
                [0.88, 0],
                [1, 0],
                [1, 0.5],
                [0.96, 0.9],
                [0.91, 1],
                [0.88, 0.8],
                [0.88, 0],
              ],
              r,
              0.045,
            ),
          },
          at: [0, r, 0],
          rotation: [90, 0, 0],
          material: { color, roughness: 0.35 },
        },
        ...Array.from({ length: 12 }, (_, i) => mark(i)),
        hand(hours * 30, 0.48, 0.032, 0.03, 1 / 120, '#1b1c1f'),
        hand((hours % 1) * 360, 0.74, 0.024, 0.034, 0.1, '#1b1c1f'),
        hand(0, 0.78, 0.009, 0.038, 6, '#c22a20'),
        {
          shape: { kind: 'cylinder', radius: r * 0.05, height: 0.012, bevel: 0.003 },
          at: [0, r, 0.03],
          rotation: [90, 0, 0],
          material: { color: '#c22a20', roughness: 0.5 },
        },
      ],
    }
  },
})
