import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, ball, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const STEM = [
  [0, 0],
  [0.15, 0],
  [0.17, 0.06],
  [0.11, 0.2],
  [0.09, 0.5],
  [0.1, 0.66],
] as const
const CAP = [
  [0.1, 0.6],
  [0.36, 0.56],
  [0.46, 0.58],
  [0.44, 0.72],
  [0.3, 0.92],
  [0.12, 1],
  [0, 1],
] as const
/** Of the dots: degrees about, share of the way from the rim to the top, size. */
const DOTS = [
  [0, 0.3, 0.12],
  [52, 0.62, 0.1],
  [95, 0.28, 0.13],
  [150, 0.55, 0.11],
  [190, 0.25, 0.1],
  [235, 0.6, 0.12],
  [285, 0.3, 0.12],
  [325, 0.66, 0.1],
  [20, 0.97, 0.13],
] as const

export const mushroom = defineKind({
  kind: 'mushroom',
  doc: 'A toadstool with a dotted cap.',
  fields: {
    height: z.number().min(0.01).max(5).default(0.16).describe('Metres.'),
    color: Color.default('red').describe('Of the cap.'),
    dots: z.boolean().default(true).describe('White dots on the cap.'),
  },
  blueprint: ({ height: h, color, dots }) => {
    const pale = { color: '#efe6d2', roughness: 0.7 } as const
    const dot = ([turn, up, size]: readonly [number, number, number]): Part => {
      const lean = 90 - up * 88
      const angle = (lean * Math.PI) / 180
      const at = around(turn, h * 0.41 * Math.sin(angle), h * (0.61 + 0.35 * Math.cos(angle)))
      return {
        ...ball([h * size, h * 0.05, h * size], at, { color: '#f6f2e8', roughness: 0.7 }),
        rotation: [lean * 0.8, turn, 0] as Vec3,
      }
    }
    return {
      parts: [
        lathed(eased(scaled(STEM, h, h)), pale),
        lathed(
          scaled(
            [
              [0, 0.63],
              [0.1, 0.61],
              [0.36, 0.57],
            ].reverse() as [number, number][],
            h,
            h,
          ),
          pale,
        ),
        lathed(eased(scaled(CAP, h, h)), { color, roughness: 0.35 }),
        lathed(
          scaled(
            [
              [0.095, 0.5],
              [0.19, 0.44],
              [0.2, 0.45],
              [0.1, 0.53],
            ],
            h,
            h,
          ),
          pale,
        ),
        ...(dots ? DOTS.map(dot) : []),
      ],
    }
  },
})
