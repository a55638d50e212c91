import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { handle } from '../../shape/handle.ts'
import { bar } from '../../shape/place.ts'
import { eased } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** The line of a fork from the side, over its length: neck to end of handle. */
const LINE: [number, number][] = [
  [-0.16, 0.05],
  [-0.05, 0.085],
  [0.1, 0.078],
  [0.32, 0.022],
  [0.5, 0.014],
]
/** Half of the neck's piece from above, over the length, the tines to the left. */
const SHOULDER: [number, number][] = [
  [-0.25, 0.062],
  [-0.2, 0.06],
  [-0.165, 0.02],
  [-0.15, 0.012],
]

export const fork = defineKind({
  kind: 'fork',
  doc: 'A table fork, lying, its four tines to the left.',
  fields: {
    length: z.number().min(0.02).max(5).default(0.2).describe('Metres.'),
    color: Color.default('silver').describe('Of the metal.'),
  },
  blueprint: ({ length: l, color }) => {
    const steel = { surface: 'metal', color, roughness: 0.22 } as const
    const half = eased(SHOULDER)
    const root: Part = {
      shape: {
        kind: 'prism',
        outline: [...half.map(([x, z]): [number, number] => [x, -z]), ...half.reverse()].map(
          ([x, z]) => [x * l, z * l],
        ),
        depth: l * 0.014,
        bevel: l * 0.003,
      },
      at: [0, l * 0.05, 0],
      rotation: [-90, 0, 0],
      material: steel,
    }
    const tines = [-1.5, -0.5, 0.5, 1.5].map((i) =>
      bar(
        [
          [-l * 0.235, l * 0.05, i * l * 0.035],
          [-l * 0.36, l * 0.016, i * l * 0.035],
          [-l * 0.44, l * 0.014, i * l * 0.034],
          [-l * 0.5, l * 0.035, i * l * 0.033],
        ],
        l * 0.0105,
        steel,
        l * 0.004,
      ),
    )
    return { parts: [root, ...tines, ...handle(LINE, (joint) => 0.012 + 0.004 * joint, l, steel)] }
  },
})
