import { z } from 'zod'
import { Material } from '../../schema/material.ts'
import { Metres, Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const ground = defineKind({
  kind: 'ground',
  doc: 'The ground that everything stands on: flat, hilly or dunes.',
  fields: {
    size: z.tuple([Size, Size]).default([400, 400]).describe('Width and depth in metres.'),
    relief: z
      .enum(['flat', 'hills', 'dunes'])
      .default('flat')
      .describe('Hills are rounded; dunes are gentle to windward and steep in the lee.'),
    height: Metres.default(6).describe('From valley to crest, metres.'),
    spacing: Size.default(60).describe('From crest to crest, metres.'),
    clearing: z
      .number()
      .min(0)
      .max(10_000)
      .default(10)
      .describe('Radius that stays flat about its middle, metres.'),
    material: Material.prefault({ surface: 'grass' }),
  },
  blueprint: ({ size, relief, height, spacing, clearing, material }, random) => ({
    parts: [
      {
        shape: {
          kind: 'terrain',
          size,
          relief,
          height,
          spacing,
          clearing,
          seed: random.int(0, 65535),
        },
        material,
      },
    ],
  }),
})
