import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const hammer = defineKind({
  kind: 'hammer',
  doc: 'A claw hammer, standing on its head with the handle up.',
  fields: {
    length: z.number().min(0.03).max(3).default(0.33).describe('Metres.'),
    color: Color.default('#b5793d').describe('Of the handle.'),
  },
  blueprint: ({ length: l, color }) => {
    const steel = { surface: 'metal', color: '#8d9298', roughness: 0.3 } as const
    const drum = (from: number, long: number, radius: number): Part => ({
      shape: { kind: 'cylinder', radius: radius * l, height: long * l, bevel: 0.006 * l },
      at: [from * l, l * 0.06, 0],
      rotation: [0, 0, -90],
      material: steel,
    })
    // The claw: two prongs that bend down to the ground.
    const prongs = [-1, 1].map((s) =>
      bar(
        [
          [-l * 0.03, l * 0.07, s * l * 0.012],
          [-l * 0.12, l * 0.072, s * l * 0.02],
          [-l * 0.19, l * 0.05, s * l * 0.03],
          [-l * 0.235, l * 0.01, s * l * 0.034],
        ],
        l * 0.024,
        steel,
        l * 0.01,
      ),
    )
    return {
      parts: [
        drum(-0.06, 0.12, 0.045),
        drum(0.05, 0.07, 0.035),
        drum(0.11, 0.06, 0.055),
        ...prongs,
        bar(
          [
            [0, l * 0.02, 0],
            [0, l * 0.5, 0],
          ],
          l * 0.026,
          { surface: 'wood', color },
        ),
        bar(
          [
            [0, l * 0.48, 0],
            [0, l * 0.75, 0],
            [0, l * 0.97, 0],
          ],
          l * 0.03,
          { surface: 'wood', color },
          l * 0.036,
        ),
      ],
    }
  },
})
