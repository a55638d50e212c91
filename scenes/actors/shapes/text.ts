import { z } from 'zod'
import { Material } from '../../schema/material.ts'
import { Size } from '../../schema/values.ts'
import { defineKind } from '../kind.ts'

export const text = defineKind({
  kind: 'text',
  doc: 'Solid letters standing upright, facing +Z, in the bundled font.',
  fields: {
    text: z
      .string()
      .min(1)
      .max(80)
      .regex(/^[ -?A-{}~]+$/, 'the bundled font has ASCII letters only')
      .describe('What stands there.'),
    height: Size.default(0.3).describe('Of a capital letter, metres.'),
    depth: Size.default(0.05).describe('Metres.'),
    material: Material.prefault({}),
  },
  blueprint: ({ text, height, depth, material }) => ({
    parts: [{ shape: { kind: 'text', text, height, depth }, material }],
  }),
})
