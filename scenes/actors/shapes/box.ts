import { z } from 'zod'
import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const box = defineKind({
  kind: 'box',
  doc: 'A box, its edges rounded a little.',
  fields: {
    size: z.tuple([Size, Size, Size]).describe('Width, height, depth in metres.'),
    bevel: z.number().min(0).max(10).optional().describe('Radius of the edges, metres.'),
    material: Material.prefault({}),
  },
  blueprint: ({ size, bevel, material }) => ({
    parts: [{ shape: { kind: 'box', size, ...(bevel === undefined ? {} : { bevel }) }, material }],
  }),
})
