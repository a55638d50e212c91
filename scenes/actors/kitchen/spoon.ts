import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { handle } from '../../shape/handle.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Rings of the bowl from its rim down: size over the rim's, share of its depth. */
const BOWL: [number, number][] = [
  [0, 0],
  [0.3, 0.02],
  [0.62, 0.15],
  [0.86, 0.45],
  [1, 1],
  [0.97, 1.02],
  [0.82, 0.52],
  [0.58, 0.24],
  [0.3, 0.12],
  [0, 0.1],
]

/** Its handle from the side, over its length. */
const LINE: [number, number][] = [
  [-0.21, 0.042],
  [-0.12, 0.075],
  [0.05, 0.07],
  [0.3, 0.02],
  [0.5, 0.014],
]

export const spoon = defineKind({
  kind: 'spoon',
  doc: 'A table spoon, lying, its bowl to the left.',
  fields: {
    length: z.number().min(0.02).max(5).default(0.2).describe('Metres.'),
    color: Color.default('silver').describe('Of the metal.'),
  },
  blueprint: ({ length: l, color }) => {
    const steel = { surface: 'metal', color, roughness: 0.22 } as const
    const high = l * 0.045
    const bowl: Part = {
      shape: { kind: 'lathe', profile: BOWL.map(([r, y]) => [r * l * 0.15, y * high]) },
      at: [-l * 0.35, 0, 0],
      scale: [1, 1, 0.68],
      material: steel,
    }
    return { parts: [bowl, ...handle(LINE, (joint) => 0.011 + 0.0045 * joint, l, steel)] }
  },
})
