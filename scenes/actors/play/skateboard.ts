import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block, circle, roller, sideways } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** The deck from the side, `[z, y]` over its length: nose and tail bend up. */
const DECK: [number, number][] = [
  [-0.5, 0.17],
  [-0.47, 0.16],
  [-0.36, 0.122],
  [0.36, 0.122],
  [0.47, 0.16],
  [0.5, 0.17],
  [0.5, 0.186],
  [0.46, 0.176],
  [0.36, 0.139],
  [-0.36, 0.139],
  [-0.46, 0.176],
  [-0.5, 0.186],
]

export const skateboard = defineKind({
  kind: 'skateboard',
  doc: 'A skateboard; its wheels turn by the way it goes.',
  fields: {
    length: z.number().min(0.1).max(5).default(0.8).describe('Metres.'),
    color: Color.default('red').describe('Of the underside and edge of the deck.'),
    wheels: Color.default('white').describe('Of the wheels.'),
  },
  blueprint: ({ length: l, color, wheels }) => {
    const grip = { color: '#26272a', roughness: 0.95 } as const
    const steel = { surface: 'metal', color: '#aeb2b6', roughness: 0.3 } as const
    const r = l * 0.035
    const at = (line: [number, number][]) => line.map(([z, y]): [number, number] => [z * l, y * l])
    const wheel = (x: number, z: number): Part[] => {
      const pivot: Vec3 = [x * l, r, z * l]
      const turns = { by: 'travel', radius: r, axis: [1, 0, 0] as Vec3, pivot } as const
      return [
        { ...roller(r, l * 0.05, pivot, { color: wheels, roughness: 0.4 }, r * 0.3), turns },
        { ...roller(r * 0.4, l * 0.056, pivot, steel), turns },
      ]
    }
    return {
      parts: [
        sideways(at(DECK), l * 0.235, { color, roughness: 0.35 }, [0, 0, 0], l * 0.004),
        block([l * 0.225, l * 0.003, l * 0.7], [0, l * 0.1385, 0], grip, 0),
        ...[-1, 1].map((s): Part => ({
          ...block([l * 0.225, l * 0.003, l * 0.14], [0, l * 0.158, s * l * 0.415], grip, 0),
          rotation: [-s * 20.5, 0, 0],
        })),
        ...[-0.28, 0.28].flatMap((z) => [
          roller(l * 0.01, l * 0.2, [0, r, z * l], steel),
          sideways(circle(l * 0.03, [0, 0], 0, 360, 10), l * 0.05, steel, [0, l * 0.055, z * l]),
          block([l * 0.06, l * 0.09, l * 0.05], [0, r, z * l], steel, l * 0.006),
          ...wheel(-0.09, z),
          ...wheel(0.09, z),
        ]),
      ],
    }
  },
})
