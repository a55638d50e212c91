import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** A slice of bread from its face, over its width. */
const SLICE: [number, number][] = [
  [-0.46, 0],
  [0.46, 0],
  [0.46, 0.66],
  [0.5, 0.8],
  [0.46, 0.93],
  [0.34, 1],
  [-0.34, 1],
  [-0.46, 0.93],
  [-0.5, 0.8],
  [-0.46, 0.66],
]

export const toaster = defineKind({
  kind: 'toaster',
  doc: 'A toaster with two slices of toast.',
  fields: {
    width: z.number().min(0.05).max(2).default(0.28).describe('Metres.'),
    color: Color.default('red').describe('Of the shell.'),
    toast: z.boolean().default(true).describe('Slices stand out of its slots.'),
  },
  blueprint: ({ width: w, color, toast }) => {
    const shell = { color, roughness: 0.2 } as const
    const dark = { color: '#1d1e20', roughness: 0.5 } as const
    const steel = { surface: 'metal', color: '#c9ccd0', roughness: 0.25 } as const
    const [high, deep] = [w * 0.62, w * 0.58]
    const slice = (z: number, lean: number): Part => ({
      shape: {
        kind: 'prism',
        outline: SLICE.map(([x, y]) => [x * w * 0.54, y * w * 0.5]),
        depth: w * 0.08,
        bevel: w * 0.012,
      },
      at: [0, high * 0.62, z],
      rotation: [lean, 0, 0] as Vec3,
      material: { color: '#c48a45', roughness: 0.9 },
    })
    return {
      parts: [
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((z) =>
            block(
              [w * 0.08, w * 0.05, w * 0.08],
              [x * w * 0.38, 0, z * deep * 0.34],
              dark,
              w * 0.01,
            ),
          ),
        ),
        block([w, w * 0.07, deep], [0, w * 0.03, 0], dark, w * 0.02),
        block([w * 0.97, high - w * 0.07, deep * 0.96], [0, w * 0.07, 0], shell, w * 0.1),
        ...[-1, 1].map((z) =>
          block([w * 0.66, w * 0.006, w * 0.12], [0, high - w * 0.003, z * w * 0.13], dark, 0),
        ),
        block([w * 0.02, high * 0.5, w * 0.05], [w * 0.485, high * 0.3, 0], dark, 0),
        block([w * 0.1, w * 0.05, w * 0.16], [w * 0.52, high * 0.62, 0], dark, w * 0.02),
        {
          shape: { kind: 'cylinder', radius: w * 0.06, height: w * 0.04, bevel: w * 0.008 },
          at: [w * 0.28, high * 0.32, deep * 0.475],
          rotation: [90, 0, 0],
          material: steel,
        },
        block([w * 0.5, w * 0.02, w * 0.012], [-w * 0.12, high * 0.3, deep * 0.48], steel, 0),
        ...(toast ? [slice(w * 0.13, 0), slice(-w * 0.13, 0)] : []),
      ],
    }
  },
})
