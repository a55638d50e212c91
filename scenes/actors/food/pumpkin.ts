import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, bar } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const RIBS = 10

export const pumpkin = defineKind({
  kind: 'pumpkin',
  doc: 'A ribbed pumpkin with a crooked stalk.',
  fields: {
    width: z.number().min(0.05).max(3).default(0.34).describe('Metres.'),
    color: Color.default('orange').describe('Of the skin.'),
  },
  blueprint: ({ width: w, color }) => {
    const ribs = Array.from({ length: RIBS }, (_, i): Part => {
      const turn = (i * 360) / RIBS
      const wide = 0.22
      return {
        shape: { kind: 'sphere', radius: w * 0.36 },
        at: around(turn, w * 0.29, 0),
        rotation: [0, turn, 0],
        scale: [wide / 0.5, 0.94, 0.58],
        material: { color: i % 2 ? color : shade(color, 0.94), roughness: 0.45 },
      }
    })
    return {
      parts: [
        {
          shape: { kind: 'sphere', radius: w * 0.3 },
          at: [0, w * 0.03, 0],
          material: { color: shade(color, 0.75), roughness: 0.5 },
        },
        ...ribs,
        bar(
          [
            [0, w * 0.55, 0],
            [0, w * 0.68, 0],
            [w * 0.05, w * 0.77, 0],
            [w * 0.13, w * 0.82, 0.01 * w],
          ],
          w * 0.05,
          { color: '#5f7a3a', roughness: 0.7 },
          w * 0.032,
        ),
      ],
    }
  },
})
