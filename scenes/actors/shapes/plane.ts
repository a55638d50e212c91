import { z } from 'zod'
import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const plane = defineKind({
  kind: 'plane',
  doc: 'A flat rectangle facing up: a mat, a marking, a sheet.',
  fields: {
    size: z.tuple([Size, Size]).describe('Width and depth in metres.'),
    material: Material.prefault({}),
  },
  blueprint: ({ size, material }) => ({ parts: [{ shape: { kind: 'plane', size }, material }] }),
})
