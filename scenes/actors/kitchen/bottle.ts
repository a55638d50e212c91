import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const GLASS = [
  [0, 0.03],
  [0.6, 0.01],
  [0.85, 0],
  [0.97, 0.012],
  [1, 0.03],
  [1, 0.56],
  [0.97, 0.62],
  [0.82, 0.68],
  [0.55, 0.735],
  [0.41, 0.78],
  [0.37, 0.83],
  [0.36, 0.95],
  [0.42, 0.955],
  [0.42, 0.985],
  [0.37, 0.99],
] as const

export const bottle = defineKind({
  kind: 'bottle',
  doc: 'A corked glass bottle with a paper label.',
  fields: {
    height: z.number().min(0.03).max(3).default(0.3).describe('Metres.'),
    color: Color.default('#2c5a34').describe('Of the glass.'),
    label: Color.default('cream').describe('Of the label.'),
  },
  blueprint: ({ height: h, color, label }) => {
    const r = h * 0.125
    return {
      parts: [
        {
          shape: { kind: 'lathe', profile: scaled(GLASS, r, h) },
          material: { surface: 'glass', color, opacity: 0.8, roughness: 0.06 },
        },
        {
          shape: {
            kind: 'lathe',
            profile: scaled(
              [
                [1.008, 0.16],
                [1.012, 0.165],
                [1.012, 0.44],
                [1.008, 0.445],
              ],
              r,
              h,
            ),
          },
          material: { surface: 'paper', color: label },
        },
        {
          shape: {
            kind: 'lathe',
            profile: scaled(
              [
                [1.016, 0.36],
                [1.018, 0.365],
                [1.018, 0.38],
                [1.016, 0.385],
              ],
              r,
              h,
            ),
          },
          material: { surface: 'paper', color: '#7a2a24' },
        },
        {
          shape: { kind: 'cylinder', radius: r * 0.34, height: h * 0.05, bevel: r * 0.05 },
          at: [0, h * 0.955, 0] as Vec3,
          material: { color: '#b98d5c', roughness: 0.9 },
        },
      ],
    }
  },
})
