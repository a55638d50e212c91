import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const cylinder = defineKind({
  kind: 'cylinder',
  doc: 'An upright cylinder.',
  fields: {
    radius: Size.describe('Metres.'),
    height: Size.describe('Metres.'),
    material: Material.prefault({}),
  },
  blueprint: ({ radius, height, material }) => ({
    parts: [
      {
        shape: { kind: 'cylinder', radius, height, bevel: Math.min(radius, height) * 0.06 },
        material,
      },
    ],
  }),
})
