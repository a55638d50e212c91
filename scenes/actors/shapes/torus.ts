import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const torus = defineKind({
  kind: 'torus',
  doc: 'A ring lying flat; it turns about its middle.',
  fields: {
    radius: Size.describe('To the middle of the tube, metres.'),
    tube: Size.describe('Radius of the tube, metres.'),
    material: Material.prefault({}),
  },
  blueprint: ({ radius, tube, material }) => ({
    parts: [{ shape: { kind: 'torus', radius, tube }, material }],
  }),
  pivot: ({ tube }) => [0, tube, 0],
})
