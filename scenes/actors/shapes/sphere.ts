import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const sphere = defineKind({
  kind: 'sphere',
  doc: 'A ball; it turns about its middle.',
  fields: { radius: Size.describe('Metres.'), material: Material.prefault({}) },
  blueprint: ({ radius, material }) => ({
    parts: [{ shape: { kind: 'sphere', radius }, material }],
  }),
  pivot: ({ radius }) => [0, radius, 0],
})
