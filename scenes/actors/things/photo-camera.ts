import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const photoCamera = defineKind({
  kind: 'photo-camera',
  doc: 'A photo camera with a large lens.',
  fields: {
    width: z.number().min(0.02).max(3).default(0.14).describe('Metres.'),
    color: Color.default('#232427').describe('Of the body.'),
  },
  blueprint: ({ width: w, color }) => {
    const body = { color, roughness: 0.5 } as const
    const black = { color: '#131416', roughness: 0.4 } as const
    const steel = { surface: 'metal', color: '#c3c6ca', roughness: 0.3 } as const
    const ring = (radius: number, from: number, to: number, material: Part['material']): Part => ({
      shape: { kind: 'cylinder', radius: radius * w, height: (to - from) * w, bevel: 0.008 * w },
      at: [-w * 0.03, w * 0.3, from * w] as Vec3,
      rotation: [90, 0, 0],
      material,
    })
    const knob = (x: number, radius: number, high: number): Part => ({
      shape: { kind: 'cylinder', radius: radius * w, height: high * w, bevel: 0.006 * w },
      at: [x * w, w * 0.6, 0],
      material: steel,
    })
    return {
      parts: [
        block([w, w * 0.5, w * 0.3], [0, 0, 0], body, w * 0.05),
        block([w * 0.98, w * 0.14, w * 0.28], [0, w * 0.48, 0], steel, w * 0.03),
        block([w * 0.18, w * 0.5, w * 0.12], [-w * 0.41, w * 0.02, w * 0.14], black, w * 0.045),
        {
          shape: {
            kind: 'prism',
            outline: [
              [-0.22, 0],
              [0.22, 0],
              [0.13, 0.17],
              [-0.13, 0.17],
            ].map(([x, y]) => [(x as number) * w, (y as number) * w]),
            depth: w * 0.26,
            bevel: w * 0.02,
          },
          at: [-w * 0.03, w * 0.59, 0],
          material: steel,
        },
        block(
          [w * 0.17, w * 0.08, w * 0.02],
          [-w * 0.03, w * 0.63, w * 0.13],
          { color: '#f4f1e6', roughness: 0.2 },
          w * 0.01,
        ),
        ring(0.26, 0.12, 0.2, steel),
        ring(0.24, 0.18, 0.36, black),
        ring(0.25, 0.26, 0.32, { color: '#3a3c40', roughness: 0.7 }),
        ring(0.225, 0.34, 0.46, black),
        ring(0.18, 0.452, 0.466, { color: '#3b5f8f', roughness: 0.04, metalness: 0.6 }),
        ring(0.09, 0.46, 0.47, { color: '#7f9fc6', roughness: 0.04, metalness: 0.5 }),
        knob(-0.37, 0.06, 0.07),
        knob(0.34, 0.09, 0.05),
        knob(0.2, 0.04, 0.06),
      ],
    }
  },
})
