import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const cone = defineKind({
  kind: 'cone',
  doc: 'A cone, tip upwards.',
  fields: {
    radius: Size.describe('Of the base, metres.'),
    height: Size.describe('Metres.'),
    material: Material.prefault({}),
  },
  blueprint: ({ radius, height, material }) => ({
    parts: [{ shape: { kind: 'cylinder', radius, topRadius: 0, height }, material }],
  }),
})
