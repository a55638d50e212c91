import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { aligned, circle } from '../../shape/place.ts'
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
    // The handle seen from the side, and how wide it is along its way.
    const line: [number, number][] = [
      [-0.21, 0.042],
      [-0.12, 0.075],
      [0.05, 0.07],
      [0.3, 0.02],
      [0.5, 0.014],
    ]
    const pieces = line.slice(1).map(([x, y], i): Part => {
      const [x0, y0] = line[i] as [number, number]
      const [dx, dy] = [x - x0, y - y0]
      const long = Math.hypot(dx, dy) * l
      const [a, b] = [0.011 + 0.0045 * i, 0.011 + 0.0045 * (i + 1)].map((half) => half * l) as [
        number,
        number,
      ]
      const end: [number, number][] =
        i === line.length - 2
          ? circle(b, [long - b, 0], -90, 90, 8)
          : [
              [long, -b],
              [long, b],
            ]
      return {
        shape: {
          kind: 'prism',
          outline: [[0, -a], ...end, [0, a]],
          depth: l * 0.014,
          bevel: l * 0.004,
        },
        at: [x0 * l, y0 * l, 0],
        // Its face up, its length along the slope.
        rotation: aligned([dx, dy, 0], [0, 0, -1]),
        material: steel,
      }
    })
    return { parts: [bowl, ...pieces] }
  },
})
