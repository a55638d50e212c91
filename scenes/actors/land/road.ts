import { z } from 'zod'
import { Color, Size } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const CURB = 0.13

export const road = defineKind({
  kind: 'road',
  doc: 'A straight road along Z with centre dashes, curbs and sidewalks.',
  fields: {
    length: Size.max(1000).default(40).describe('Along Z, metres.'),
    width: z
      .number()
      .min(2)
      .max(40)
      .default(7)
      .describe('Of the asphalt, from curb to curb, metres.'),
    sidewalk: z
      .number()
      .min(0)
      .max(20)
      .default(2.5)
      .describe('Width of the sidewalk on each side, metres; 0 for none.'),
    crossing: z.boolean().default(false).describe('A zebra crossing over the middle.'),
    color: Color.default('#4b4b4d').describe('Of the asphalt.'),
  },
  blueprint: ({ length, width, sidewalk, crossing, color }) => {
    const paint = { color: '#dedcd2', roughness: 0.75 } as const
    const flat = (size: [number, number], x: number, z: number): Part => ({
      shape: { kind: 'plane', size },
      at: [x, 0.026, z],
      material: paint,
    })
    const dashes = Array.from(
      { length: Math.floor(length / 6) },
      (_, i) => (i + 0.5) * 6 - Math.floor(length / 6) * 3,
    )
    const stripes = Array.from(
      { length: Math.floor((width - 0.4) / 1) },
      (_, i) => i + 0.5 - Math.floor(width - 0.4) / 2,
    )
    const sides = sidewalk === 0 ? [] : [-1, 1]
    return {
      parts: [
        block([width, 0.02, length], [0, 0, 0], { surface: 'asphalt', color }, 0),
        ...dashes.filter((z) => !crossing || Math.abs(z) > 3.4).map((z) => flat([0.14, 3], 0, z)),
        ...[-1, 1].map((s) => flat([0.1, length], s * (width / 2 - 0.25), 0)),
        ...(crossing ? stripes.map((x) => flat([0.5, 3.2], x, 0)) : []),
        ...sides.flatMap((s) => [
          block(
            [0.2, CURB, length],
            [s * (width / 2 + 0.1), 0, 0],
            { surface: 'concrete', color: '#b3b0a8' },
            0.02,
          ),
          block(
            [sidewalk - 0.2, CURB - 0.01, length],
            [s * (width / 2 + 0.1 + sidewalk / 2), 0, 0],
            { surface: 'paving' },
            0,
          ),
        ]),
      ],
    }
  },
})
