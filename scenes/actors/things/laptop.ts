import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Degrees that the screen leans back. */
const LEAN = 18
const [ROWS, KEYS] = [5, 13]

export const laptop = defineKind({
  kind: 'laptop',
  doc: 'An open laptop computer.',
  fields: {
    width: z.number().min(0.1).max(3).default(0.34).describe('Metres.'),
    color: Color.default('silver').describe('Of the case.'),
    screen: Color.default('#6fa8dc').describe('What fills the screen.'),
  },
  blueprint: ({ width: w, color, screen }) => {
    const shell = { color, roughness: 0.35, metalness: 0.4 } as const
    const dark = { color: '#17191c', roughness: 0.4 } as const
    const [deep, thick] = [w * 0.68, w * 0.045]
    const angle = (LEAN * Math.PI) / 180
    // On the lid: metres up along it and out of its face.
    const lid = (
      size: Vec3,
      up: number,
      out: number,
      material: Part['material'],
      bevel = 0,
    ): Part => ({
      ...block(
        size,
        [
          0,
          thick + Math.cos(angle) * up + Math.sin(angle) * out,
          -deep / 2 - Math.sin(angle) * up + Math.cos(angle) * out,
        ],
        material,
        bevel,
      ),
      rotation: [-LEAN, 0, 0],
    })
    const keys = Array.from({ length: ROWS * KEYS }, (_, i) => {
      const [row, column] = [Math.floor(i / KEYS), i % KEYS]
      return block(
        [w * 0.054, w * 0.008, w * 0.048],
        [(column - (KEYS - 1) / 2) * w * 0.066, thick, -deep * 0.36 + row * w * 0.062],
        dark,
        0,
      )
    })
    return {
      parts: [
        block([w, thick, deep], [0, 0, 0], shell, w * 0.012),
        block(
          [w * 0.9, w * 0.002, deep * 0.5],
          [0, thick - w * 0.001, -deep * 0.18],
          { color: '#8e9297', roughness: 0.5 },
          0,
        ),
        ...keys,
        block(
          [w * 0.3, w * 0.002, w * 0.17],
          [0, thick, deep * 0.32],
          { color: '#9da1a6', roughness: 0.3 },
          0,
        ),
        lid([w, w * 0.66, w * 0.022], 0, 0, shell, w * 0.01),
        lid([w * 0.96, w * 0.6, w * 0.004], w * 0.03, w * 0.011, dark),
        lid([w * 0.9, w * 0.54, w * 0.004], w * 0.06, w * 0.013, {
          color: screen,
          roughness: 0.1,
          glow: 0.5,
          glowColor: screen,
        }),
        lid([w * 0.34, w * 0.26, w * 0.002], w * 0.2, w * 0.016, {
          color: '#f4f6f8',
          roughness: 0.2,
          glow: 0.5,
          glowColor: '#f4f6f8',
        }),
      ],
    }
  },
})
