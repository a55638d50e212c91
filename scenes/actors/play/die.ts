import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Where the pips of a number are, over half the edge. */
const PIPS: readonly (readonly [number, number])[][] = [
  [[0, 0]],
  [
    [-1, 1],
    [1, -1],
  ],
  [
    [-1, 1],
    [0, 0],
    [1, -1],
  ],
  [
    [-1, 1],
    [1, 1],
    [-1, -1],
    [1, -1],
  ],
  [
    [-1, 1],
    [1, 1],
    [0, 0],
    [-1, -1],
    [1, -1],
  ],
  [
    [-1, 1],
    [-1, 0],
    [-1, -1],
    [1, 1],
    [1, 0],
    [1, -1],
  ],
]
/** Two opposite numbers make seven: outwards, and the two ways across each face. */
const FACES: readonly (readonly [pips: number, out: Vec3, right: Vec3, up: Vec3, turn: Vec3])[] = [
  [1, [0, 0, 1], [1, 0, 0], [0, 1, 0], [90, 0, 0]],
  [6, [0, 0, -1], [1, 0, 0], [0, 1, 0], [-90, 0, 0]],
  [2, [1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, -90]],
  [5, [-1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, 90]],
  [3, [0, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0]],
  [4, [0, -1, 0], [1, 0, 0], [0, 0, 1], [180, 0, 0]],
]

export const die = defineKind({
  kind: 'die',
  doc: 'A die with pips, three on top.',
  fields: {
    size: z.number().min(0.005).max(5).default(0.05).describe('Of its edge, metres.'),
    color: Color.default('white').describe('Of the cube.'),
    pips: Color.default('#1a1a1d').describe('Of the pips.'),
  },
  pivot: ({ size }) => [0, size / 2, 0],
  blueprint: ({ size: s, color, pips }) => {
    const face = ([count, out, right, up, turn]: (typeof FACES)[number]): Part[] =>
      (PIPS[count - 1] as (typeof PIPS)[number]).map(([a, b]) => ({
        shape: { kind: 'cylinder', radius: s * 0.095, height: s * 0.006 },
        at: [0, 1, 2].map(
          (k) =>
            ((out[k] as number) * 0.497 +
              ((right[k] as number) * a + (up[k] as number) * b) * 0.25) *
              s +
            (k === 1 ? s / 2 : 0),
        ) as Vec3,
        rotation: turn,
        material: { color: pips, roughness: 0.4 },
      }))
    return {
      parts: [
        block([s, s, s], [0, 0, 0], { color, roughness: 0.25 }, s * 0.1),
        ...FACES.flatMap(face),
      ],
    }
  },
})
