import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, lathed, sideways } from '../../shape/place.ts'
import { eased } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

/** The foot from the side, `[z, y]` over the height, without its sole. */
const FOOT: [number, number][] = [
  [-0.2, 0.08],
  [0.5, 0.08],
  [0.54, 0.15],
  [0.5, 0.24],
  [0.34, 0.31],
  [0.2, 0.4],
  [0.16, 0.56],
  [-0.19, 0.56],
  [-0.21, 0.3],
]
const SOLE: [number, number][] = [
  [-0.22, 0],
  [-0.02, 0],
  [0, 0.04],
  [0.1, 0.045],
  [0.12, 0],
  [0.44, 0],
  [0.55, 0.05],
  [0.56, 0.1],
  [-0.22, 0.1],
]

export const boot = defineKind({
  kind: 'boot',
  doc: 'A rubber boot, its toe to the front.',
  fields: {
    height: z.number().min(0.03).max(3).default(0.36).describe('Metres.'),
    color: Color.default('yellow').describe('Of the rubber.'),
  },
  blueprint: ({ height: h, color }) => {
    const rubber = { color, roughness: 0.3 } as const
    const sole = { color: '#2b2a28', roughness: 0.7 } as const
    const at = (line: [number, number][]) => line.map(([z, y]): [number, number] => [z * h, y * h])
    return {
      parts: [
        sideways(
          at(eased([...FOOT, FOOT[0] as [number, number]]).slice(0, -1)),
          h * 0.34,
          rubber,
          [0, 0, 0],
          h * 0.1,
        ),
        sideways(at(SOLE), h * 0.33, sole, [0, 0, 0], h * 0.02),
        {
          ...lathed(
            [
              [0.165, 0.46],
              [0.19, 0.75],
              [0.205, 0.97],
              [0.212, 1],
              [0.19, 1],
              [0.18, 0.95],
              [0.15, 0.5],
              [0, 0.48],
            ].map(([r, y]) => [(r as number) * h, (y as number) * h]),
            rubber,
            [0, 0, -h * 0.015],
          ),
          scale: [0.88, 1, 1] as Vec3,
        },
        bar(
          Array.from({ length: 9 }, (_, i): Vec3 => {
            const angle = (i * Math.PI) / 4
            return [Math.sin(angle) * h * 0.18, h * 0.955, Math.cos(angle) * h * 0.206 - h * 0.015]
          }),
          h * 0.014,
          sole,
        ),
      ],
    }
  },
})
