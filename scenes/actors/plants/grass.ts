import { z } from 'zod'
import { Color, Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

/** Blades per square metre that read as a meadow; more costs time and shows nothing. */
const DENSITY = 260

export const grass = defineKind({
  kind: 'grass',
  doc: 'A patch of standing grass.',
  fields: {
    size: z.tuple([Size, Size]).default([3, 3]).describe('Width and depth in metres.'),
    height: z.number().min(0.02).max(2).default(0.22).describe('Of the blades, metres.'),
    color: Color.default('#74853f').describe('Of the blades.'),
  },
  blueprint: ({ size, height, color }, random) => ({
    parts: [
      {
        shape: {
          kind: 'tufts',
          area: size,
          count: Math.min(20_000, Math.round(size[0] * size[1] * DENSITY)),
          height,
          width: 0.006 + height * 0.045,
          seed: random.int(0, 65535),
        },
        material: { surface: 'leaves', color },
      },
    ],
  }),
})
