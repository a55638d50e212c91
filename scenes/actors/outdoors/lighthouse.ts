import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, bar, block, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const BANDS = 6

export const lighthouse = defineKind({
  kind: 'lighthouse',
  doc: 'A striped lighthouse with a gallery round its lamp.',
  fields: {
    height: z.number().min(0.2).max(60).default(16).describe('Metres.'),
    color: Color.default('red').describe('Of every other band.'),
    on: z.boolean().default(false).describe('The lamp is lit.'),
  },
  blueprint: ({ height: h, color, on }) => {
    const iron = { color: '#2b2e33', roughness: 0.5 } as const
    const radius = (y: number) => 0.145 - 0.07 * (y / 0.74)
    const bands = Array.from({ length: BANDS }, (_, i): Part => {
      const [from, to] = [0.02 + (0.72 * i) / BANDS, 0.02 + (0.72 * (i + 1)) / BANDS]
      return {
        shape: {
          kind: 'cylinder',
          radius: radius(from) * h,
          topRadius: radius(to) * h,
          height: (to - from) * h,
        },
        at: [0, from * h, 0],
        material: { color: i % 2 ? color : '#f2f0ea', roughness: 0.6 },
      }
    })
    const posts = Array.from({ length: 12 }, (_, i) => around(i * 30, h * 0.115, 0)).map(
      ([x, , z]) =>
        bar(
          [
            [x, h * 0.765, z],
            [x, h * 0.82, z],
          ],
          h * 0.0035,
          iron,
        ),
    )
    return {
      parts: [
        lathed(
          scaled(
            [
              [0, 0],
              [0.18, 0],
              [0.175, 0.03],
              [0.145, 0.035],
              [0, 0.035],
            ],
            h,
            h,
          ),
          { surface: 'concrete' },
        ),
        ...bands,
        lathed(
          scaled(
            [
              [0.07, 0.725],
              [0.125, 0.75],
              [0.128, 0.77],
              [0, 0.77],
            ],
            h,
            h,
          ),
          iron,
        ),
        ...posts,
        {
          shape: { kind: 'torus', radius: h * 0.115, tube: h * 0.005 },
          at: [0, h * 0.815, 0],
          material: iron,
        },
        {
          shape: { kind: 'cylinder', radius: h * 0.068, height: h * 0.11, sides: 8 },
          at: [0, h * 0.77, 0],
          material: {
            color: '#f3d98a',
            roughness: 0.15,
            ...(on && { glow: 4, glowColor: '#fff0b8' }),
          },
        },
        ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) =>
          bar(
            [around(i * 45, h * 0.068, h * 0.77), around(i * 45, h * 0.068, h * 0.88)],
            h * 0.005,
            iron,
          ),
        ),
        lathed(
          scaled(
            [
              [0, 0.875],
              [0.085, 0.875],
              [0.08, 0.89],
              [0.03, 0.955],
              [0.008, 0.965],
              [0.006, 1],
              [0, 1],
            ],
            h,
            h,
          ),
          { color, roughness: 0.5 },
        ),
        block(
          [h * 0.06, h * 0.1, h * 0.03],
          [0, h * 0.03, h * 0.135],
          { color: '#4a3020', roughness: 0.7 },
          h * 0.004,
        ),
        ...[0.27, 0.5].map((y) =>
          block([h * 0.028, h * 0.045, h * 0.02], [0, y * h, radius(y) * h - h * 0.006], iron, 0),
        ),
      ],
      ...(on && {
        lights: [
          {
            kind: 'point' as const,
            at: [0, h * 0.82, h * 0.08],
            color: '#fff0c0',
            strength: 60,
            reach: 40,
          },
        ],
      }),
    }
  },
})
