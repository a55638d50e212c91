import { Color, Size } from '../../schema/values.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Metres: its wall and its bottom. */
const WALL = 0.004
const BOTTOM = 0.006

export const pocket = defineKind({
  kind: 'pocket',
  doc: 'A leather cup that hangs under a hole of a billiard table and catches balls.',
  fields: {
    radius: Size.max(1).default(0.061).describe('Metres.'),
    height: Size.max(1).default(0.12).describe('Metres.'),
    color: Color.default('#141312').describe('Of the leather.'),
  },
  blueprint: ({ radius: r, height, color }) => {
    const profile: [number, number][] = [
      [0, 0],
      [r, 0],
      [r, height],
      [r - WALL, height],
      [r - WALL, BOTTOM],
      [0, BOTTOM],
    ]
    const leather: Part = {
      shape: { kind: 'lathe', profile },
      material: { surface: 'leather', color },
    }
    return { parts: [leather] }
  },
})
