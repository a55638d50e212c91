import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, ball, bar, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const HAT = [
  [0, 0],
  [0.15, 0],
  [0.15, 0.015],
  [0.095, 0.02],
  [0.1, 0.14],
  [0, 0.14],
] as const

export const snowman = defineKind({
  kind: 'snowman',
  doc: 'A snowman with a hat, a scarf, a carrot nose and arms of twigs.',
  fields: {
    height: z.number().min(0.1).max(5).default(1.5).describe('Metres.'),
    scarf: Color.default('red').describe('Of the scarf.'),
  },
  blueprint: ({ height: h, scarf }) => {
    const snow = { surface: 'snow' } as const
    const coal = { color: '#1b1b1d', roughness: 0.8 } as const
    const wool = { surface: 'fabric', color: scarf } as const
    const twig = { surface: 'bark' } as const
    const lump = (turn: number, lean: number, y: number, r: number, size: number) => {
      const angle = (lean * Math.PI) / 180
      return ball(
        [size * h, size * h, size * h],
        around(turn, r * h * Math.cos(angle), (y + r * Math.sin(angle) - size / 2) * h),
        coal,
      )
    }
    const neck = Array.from({ length: 9 }, (_, i): Vec3 => around(i * 45, h * 0.125, h * 0.655))
    return {
      parts: [
        { shape: { kind: 'sphere', radius: h * 0.24 }, at: [0, -h * 0.02, 0], material: snow },
        { shape: { kind: 'sphere', radius: h * 0.18 }, at: [0, h * 0.33, 0], material: snow },
        { shape: { kind: 'sphere', radius: h * 0.13 }, at: [0, h * 0.62, 0], material: snow },
        lump(-22, 16, 0.75, 0.125, 0.032),
        lump(22, 16, 0.75, 0.125, 0.032),
        ...[-32, -16, 0, 16, 32].map((turn) =>
          lump(turn, -28 + Math.abs(turn) * 0.35, 0.75, 0.125, 0.018),
        ),
        ...[0.56, 0.49, 0.42].map((y) => lump(0, ((y - 0.51) / 0.18) * 57, 0.51, 0.178, 0.03)),
        {
          shape: { kind: 'cylinder', radius: h * 0.024, topRadius: 0, height: h * 0.15 },
          at: [0, h * 0.745, h * 0.115],
          rotation: [92, 0, 0],
          material: { color: 'orange', roughness: 0.6 },
        },
        bar(neck, h * 0.032, wool),
        bar(
          [
            [h * 0.07, h * 0.65, h * 0.12],
            [h * 0.09, h * 0.55, h * 0.19],
            [h * 0.1, h * 0.44, h * 0.19],
          ],
          h * 0.03,
          wool,
        ),
        ...[-1, 1].flatMap((s) => [
          bar(
            [
              [s * h * 0.15, h * 0.54, 0],
              [s * h * 0.28, h * 0.6, h * 0.02],
              [s * h * 0.4, h * 0.72, h * 0.03],
            ],
            h * 0.014,
            twig,
            h * 0.007,
          ),
          bar(
            [
              [s * h * 0.33, h * 0.65, h * 0.025],
              [s * h * 0.41, h * 0.66, h * 0.05],
            ],
            h * 0.007,
            twig,
          ),
          bar(
            [
              [s * h * 0.36, h * 0.68, h * 0.028],
              [s * h * 0.36, h * 0.76, h * 0.03],
            ],
            h * 0.007,
            twig,
          ),
        ]),
        lathed(
          scaled(HAT, h, h),
          { color: '#222226', roughness: 0.7 },
          [0, h * 0.86, 0],
          [-6, 0, 6],
        ),
        lathed(
          scaled(
            [
              [0.097, 0.02],
              [0.1, 0.02],
              [0.101, 0.05],
              [0.097, 0.05],
            ],
            h,
            h,
          ),
          wool,
          [0, h * 0.86, 0],
          [-6, 0, 6],
        ),
      ],
    }
  },
})
