import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const HULL = [
  [0, 0.12],
  [0.1, 0.12],
  [0.145, 0.26],
  [0.16, 0.44],
  [0.14, 0.64],
  [0.1, 0.78],
] as const
const NOSE = [
  [0.103, 0.77],
  [0.065, 0.88],
  [0.015, 0.99],
  [0, 1],
] as const
const FINS = 4

export const rocket = defineKind({
  kind: 'rocket',
  doc: 'A rocket on its fins, with portholes.',
  fields: {
    height: z.number().min(0.05).max(100).default(6).describe('Metres.'),
    color: Color.default('white').describe('Of the hull.'),
    trim: Color.default('red').describe('Of nose and fins.'),
  },
  blueprint: ({ height: h, color, trim }) => {
    const paint = { color, roughness: 0.25 } as const
    const red = { color: trim, roughness: 0.25 } as const
    const steel = { surface: 'metal', color: '#9ba0a5', roughness: 0.35 } as const
    const fin = (turn: number): Part => ({
      shape: {
        kind: 'prism',
        outline: [
          [0.08, 0.16],
          [0.26, 0],
          [0.29, 0],
          [0.29, 0.1],
          [0.22, 0.26],
          [0.13, 0.42],
          [0.1, 0.42],
        ].map(([x, y]) => [(x as number) * h, (y as number) * h]),
        depth: h * 0.022,
        bevel: h * 0.005,
      },
      rotation: [0, turn - 90, 0],
      material: red,
    })
    const port = (turn: number, y: number, radius: number, lean: number): Part[] =>
      [
        [1.28, 0, steel],
        [1, 0.006, { color: '#5f8fb5', roughness: 0.06, metalness: 0.5 }],
      ].map(([grow, out, material]): Part => ({
        shape: {
          kind: 'cylinder',
          radius: h * radius * (grow as number),
          height: h * 0.02,
          bevel: h * 0.004,
        },
        at: around(turn, h * (0.142 - lean * 0.0012 + (out as number)), y * h),
        rotation: [90 - lean, turn, 0],
        material: material as Part['material'],
      }))
    return {
      parts: [
        lathed(eased(scaled(HULL, h, h)), paint),
        lathed(eased(scaled(NOSE, h, h)), red),
        lathed(
          scaled(
            [
              [0.05, 0.12],
              [0.085, 0.05],
              [0.075, 0.05],
              [0.04, 0.11],
            ],
            h,
            h,
          ),
          steel,
        ),
        lathed(
          scaled(
            [
              [0.1475, 0.28],
              [0.153, 0.28],
              [0.156, 0.31],
              [0.152, 0.31],
            ],
            h,
            h,
          ),
          red,
        ),
        ...Array.from({ length: FINS }, (_, i) => fin(45 + (i * 360) / FINS)),
        ...[0, 120, 240].flatMap((turn) => port(turn, 0.6, 0.055, 6)),
        ...[0, 120, 240].flatMap((turn) => port(turn, 0.44, 0.035, 0)),
      ],
    }
  },
})
