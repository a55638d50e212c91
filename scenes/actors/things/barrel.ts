import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, lathed } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const STAVES = 16
const HOOPS = [0.06, 0.24, 0.72, 0.9] as const

export const barrel = defineKind({
  kind: 'barrel',
  doc: 'A wooden barrel with iron hoops.',
  fields: {
    height: z.number().min(0.05).max(4).default(0.9).describe('Metres.'),
    color: Color.default('#a06a38').describe('Of the staves.'),
  },
  blueprint: ({ height: h, color }) => {
    const wood = { surface: 'wood', color } as const
    const iron = { color: '#3a3d40', roughness: 0.45, metalness: 0.6 } as const
    const radius = (share: number) => h * (0.395 - 0.4 * (share - 0.5) ** 2)
    const line = (from: number, to: number, out: number) =>
      Array.from({ length: 7 }, (_, i): [number, number] => {
        const share = from + ((to - from) * i) / 6
        return [radius(share) + out, h * share]
      })
    const gaps = Array.from({ length: STAVES }, (_, i): Part => ({
      shape: {
        kind: 'tube',
        points: line(0.02, 0.98, -h * 0.001).map(([r, y]) => around((i * 360) / STAVES, r, y)),
        radius: h * 0.005,
      },
      material: { color: shade('#5a3a1e', 0.7), roughness: 0.9 },
    }))
    return {
      parts: [
        lathed(
          [
            [0, 0.02 * h],
            [radius(0) * 0.9, 0.02 * h],
            [radius(0) * 0.92, 0],
            ...line(0, 1, 0),
            [radius(1) * 0.92, h],
            [radius(1) * 0.9, h * 0.96],
            [0, h * 0.96],
          ],
          wood,
        ),
        ...gaps,
        ...HOOPS.map((at) =>
          lathed(
            [
              [radius(at) - h * 0.01, h * at],
              ...line(at, at + 0.055, h * 0.006),
              [radius(at) - h * 0.01, h * (at + 0.055)],
            ],
            iron,
          ),
        ),
      ],
    }
  },
})
