import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const WALL = [
  [0, 0.01],
  [0.32, 0.01],
  [0.33, 0],
  [0.34, 0.01],
  [0.46, 0.9],
  [0.49, 0.92],
  [0.49, 0.96],
  [0.47, 0.97],
  [0.445, 0.94],
  [0.33, 0.05],
  [0, 0.04],
] as const

export const bucket = defineKind({
  kind: 'bucket',
  doc: 'A bucket with its handle up.',
  fields: {
    height: z.number().min(0.02).max(3).default(0.28).describe('Metres, without the handle.'),
    color: Color.default('blue').describe('Of the bucket.'),
  },
  blueprint: ({ height: h, color }) => {
    const arch = Array.from({ length: 9 }, (_, i): Vec3 => {
      const angle = (i / 8) * Math.PI
      return [-Math.cos(angle) * h * 0.5, h * (0.88 + 0.52 * Math.sin(angle)), 0]
    })
    return {
      parts: [
        lathed(scaled(WALL, h, h), { color, roughness: 0.4 }),
        bar(arch, h * 0.014, { surface: 'metal', color: '#aeb2b6', roughness: 0.3 }),
        bar(
          [
            [-h * 0.13, h * 1.385, 0],
            [h * 0.13, h * 1.385, 0],
          ],
          h * 0.034,
          { color: '#e8e4da', roughness: 0.5 },
        ),
        ...[-1, 1].map((s) =>
          bar(
            [
              [s * h * 0.44, h * 0.86, 0],
              [s * h * 0.53, h * 0.86, 0],
            ],
            h * 0.045,
            { color, roughness: 0.4 },
          ),
        ),
      ],
    }
  },
})
