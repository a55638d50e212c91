import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, bar, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const BULBS = [
  [0, 0.08],
  [0.22, 0.08],
  [0.26, 0.16],
  [0.26, 0.28],
  [0.14, 0.42],
  [0.03, 0.49],
  [0.03, 0.51],
  [0.14, 0.58],
  [0.26, 0.72],
  [0.26, 0.84],
  [0.22, 0.92],
  [0, 0.92],
] as const

export const hourglass = defineKind({
  kind: 'hourglass',
  doc: 'An hourglass in a wooden frame, half run out.',
  fields: {
    height: z.number().min(0.02).max(5).default(0.24).describe('Metres.'),
    color: Color.default('#7a4a26').describe('Of the frame.'),
    sand: Color.default('#e0b35a').describe('Of the sand.'),
  },
  blueprint: ({ height: h, color, sand }) => {
    const wood = { color, roughness: 0.4 } as const
    const grains = { color: sand, roughness: 0.9 } as const
    const disc = (y: number) =>
      ({
        shape: { kind: 'cylinder', radius: h * 0.34, height: h * 0.07, bevel: h * 0.018 },
        at: [0, y, 0] as [number, number, number],
        material: wood,
      }) as const
    return {
      parts: [
        disc(0),
        disc(h * 0.93),
        ...[30, 150, 270].map((turn) =>
          bar(
            [around(turn, h * 0.29, h * 0.05), around(turn, h * 0.29, h * 0.95)],
            h * 0.022,
            wood,
          ),
        ),
        lathed(
          scaled(
            [
              [0, 0.085],
              [0.225, 0.085],
              [0.25, 0.15],
              [0.245, 0.2],
              [0.1, 0.29],
              [0, 0.33],
            ],
            h,
            h,
          ),
          grains,
        ),
        lathed(
          scaled(
            [
              [0, 0.505],
              [0.03, 0.51],
              [0.12, 0.575],
              [0.2, 0.67],
              [0.19, 0.68],
              [0, 0.65],
            ],
            h,
            h,
          ),
          grains,
        ),
        {
          shape: { kind: 'cylinder', radius: h * 0.006, height: h * 0.2 },
          at: [0, h * 0.31, 0],
          material: grains,
        },
        lathed(eased(scaled(BULBS, h, h)), {
          surface: 'glass',
          color: '#dfeef2',
          opacity: 0.28,
          roughness: 0.05,
        }),
      ],
    }
  },
})
