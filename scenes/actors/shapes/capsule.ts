import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const capsule = defineKind({
  kind: 'capsule',
  doc: 'An upright cylinder with round ends.',
  fields: {
    radius: Size.describe('Metres.'),
    height: Size.describe('Whole height, both caps included, metres.'),
    material: Material.prefault({}),
  },
  blueprint: ({ radius, height, material }) => ({
    parts: [{ shape: { kind: 'capsule', radius, height: Math.max(height, 2 * radius) }, material }],
  }),
})
