import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const pencil = defineKind({
  kind: 'pencil',
  doc: 'A six-sided pencil lying along X, its point to the right.',
  fields: {
    length: z.number().min(0.03).max(3).default(0.18).describe('Metres.'),
    color: Color.default('yellow').describe('Of the paint.'),
  },
  blueprint: ({ length, color }) => {
    const r = length * 0.021
    const height = r * Math.cos(Math.PI / 6)
    const piece = (
      from: number,
      to: number,
      radius: number,
      topRadius: number,
      sides: number,
      material: Part['material'],
    ): Part => ({
      shape: { kind: 'cylinder', radius, topRadius, height: (to - from) * length, sides },
      at: [(from - 0.5) * length, height, 0],
      // Lying along X; a flat side of the six lies on the table.
      rotation: [sides === 6 ? 30 : 0, 0, -90] as Vec3,
      material,
    })
    return {
      parts: [
        piece(0, 0.06, r * 0.82, r * 0.86, 20, { color: '#d98080', roughness: 0.9 }),
        piece(0.05, 0.1, r * 0.92, r * 0.92, 20, { surface: 'metal', color: '#c2b48c' }),
        piece(0.095, 0.87, r, r, 6, { color, roughness: 0.35 }),
        piece(0.868, 0.965, r * 0.97, r * 0.3, 20, { color: '#d8b27c', roughness: 0.8 }),
        piece(0.96, 1, r * 0.32, r * 0.02, 20, { color: '#2b2b2e', roughness: 0.5 }),
      ],
    }
  },
})
