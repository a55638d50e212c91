import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

export const spinningTop = defineKind({
  kind: 'spinning-top',
  doc: 'A painted wooden top standing on its tip; give it a spin.',
  fields: {
    height: z.number().min(0.01).max(2).default(0.09).describe('Metres.'),
    color: Color.default('red').describe('Of its upper half.'),
    band: Color.default('yellow').describe('Of the band around it.'),
  },
  blueprint: ({ height: h, color, band }) => {
    const r = h * 0.42
    const wood = { surface: 'wood', color: '#c79a62' } as const
    const ring = (profile: [number, number][], hue: string) => ({
      shape: { kind: 'lathe', profile: scaled(profile, r, h) } as const,
      material: { color: hue, roughness: 0.25 },
    })
    return {
      parts: [
        {
          shape: {
            kind: 'lathe',
            profile: scaled(
              [
                [0, 0],
                [0.05, 0.01],
                [0.09, 0.06],
                [0.3, 0.16],
                [0.62, 0.27],
              ],
              r,
              h,
            ),
          },
          material: wood,
        },
        ring(
          [
            [0.62, 0.27],
            [0.86, 0.35],
            [0.97, 0.42],
          ],
          band,
        ),
        ring(
          [
            [0.97, 0.42],
            [1, 0.46],
            [0.96, 0.5],
            [0.72, 0.57],
            [0.4, 0.62],
            [0.14, 0.66],
          ],
          color,
        ),
        {
          shape: {
            kind: 'lathe',
            profile: scaled(
              [
                [0.14, 0.66],
                [0.12, 0.7],
                [0.11, 0.9],
                [0.15, 0.93],
                [0.16, 0.97],
                [0.1, 1],
                [0, 1],
              ],
              r,
              h,
            ),
          },
          material: wood,
        },
        // A dot off the axis: without it a spin could not be seen.
        ...[0, 180].map((heading) => ({
          shape: {
            kind: 'cylinder',
            radius: h * 0.035,
            height: h * 0.012,
            bevel: h * 0.003,
          } as const,
          at: [Math.cos((heading * Math.PI) / 180) * r * 0.62, h * 0.585, 0] as [
            number,
            number,
            number,
          ],
          rotation: [0, heading, -17] as [number, number, number],
          material: { color: 'white', roughness: 0.3 },
        })),
      ],
    }
  },
})
