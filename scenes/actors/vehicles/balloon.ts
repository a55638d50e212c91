import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, bar, block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const GORES = 12
/** The envelope's meridian, `[radius, y]` over the height, from the mouth to the top. */
const MERIDIAN: [number, number][] = [
  [0.075, 0.24],
  [0.17, 0.36],
  [0.29, 0.52],
  [0.345, 0.68],
  [0.325, 0.81],
  [0.24, 0.92],
  [0.12, 0.98],
  [0, 1],
]

export const balloon = defineKind({
  kind: 'balloon',
  doc: 'A hot-air balloon with its basket.',
  fields: {
    height: z.number().min(0.2).max(60).default(18).describe('Metres.'),
    color: Color.default('red').describe('Of every other stripe.'),
    second: Color.default('yellow').describe('Of the stripes between.'),
  },
  blueprint: ({ height: h, color, second }) => {
    const wicker = { color: '#8a5a2e', roughness: 0.9 } as const
    const rope = { color: '#5a4630', roughness: 0.9 } as const
    // A gore is flat across: twelve of them make the round.
    const gore = (i: number): Part[] => {
      const turn = ((i + 0.5) * 360) / GORES
      const share = Math.tan(Math.PI / GORES)
      return MERIDIAN.slice(1).map(([r, y], k): Part => {
        const [r0, y0] = MERIDIAN[k] as [number, number]
        const long = Math.hypot(r - r0, y - y0)
        const lean = (Math.atan2(r - r0, y - y0) * 180) / Math.PI
        return {
          shape: {
            kind: 'prism',
            outline: [
              [-r0 * share * h, 0],
              [r0 * share * h, 0],
              [Math.max(r * share, 0.001) * h, long * h],
              [-Math.max(r * share, 0.001) * h, long * h],
            ],
            depth: h * 0.004,
          },
          at: around(turn, r0 * h, y0 * h),
          rotation: [lean, turn, 0] as Vec3,
          material: { color: i % 2 ? second : color, roughness: 0.6 },
        }
      })
    }
    return {
      parts: [
        ...Array.from({ length: GORES }, (_, i) => gore(i)).flat(),
        block([h * 0.115, h * 0.09, h * 0.115], [0, 0, 0], wicker, h * 0.012),
        block(
          [h * 0.125, h * 0.016, h * 0.125],
          [0, h * 0.085, 0],
          { color: '#5e3a1c', roughness: 0.7 },
          h * 0.006,
        ),
        ...[45, 135, 225, 315].map((turn) =>
          bar(
            [around(turn, h * 0.075, h * 0.09), around(turn, h * 0.078, h * 0.25)],
            h * 0.0035,
            rope,
          ),
        ),
        {
          shape: { kind: 'cylinder', radius: h * 0.02, height: h * 0.03 },
          at: [0, h * 0.17, 0],
          material: { surface: 'metal', color: '#9ba0a5' },
        },
        ...[0, 90].map((turn) =>
          bar(
            [around(turn, h * 0.055, h * 0.17), around(turn + 180, h * 0.055, h * 0.17)],
            h * 0.003,
            rope,
          ),
        ),
      ],
    }
  },
})
