import { Color } from '../../schema/values.ts'
import { around, roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const hydrant = defineKind({
  kind: 'hydrant',
  doc: 'A fire hydrant, knee-high.',
  fields: { color: Color.default('red').describe('Of the paint.') },
  blueprint: ({ color }) => {
    const paint = { color, roughness: 0.4 } as const
    const brass = { color: '#b9a26a', roughness: 0.4, metalness: 0.6 } as const
    const bolts = (y: number, radius: number) =>
      [0, 60, 120, 180, 240, 300].map((angle): Part => ({
        shape: { kind: 'cylinder', radius: 0.014, height: 0.02, sides: 6 },
        at: around(angle, radius, y),
        material: brass,
      }))
    return {
      parts: [
        {
          shape: {
            kind: 'lathe',
            profile: [
              [0, 0],
              [0.17, 0],
              [0.17, 0.04],
              [0.12, 0.05],
              [0.115, 0.12],
              [0.105, 0.44],
              [0.15, 0.45],
              [0.15, 0.49],
              [0.135, 0.5],
              [0.13, 0.54],
              [0.11, 0.61],
              [0.075, 0.66],
              [0.035, 0.685],
              [0.03, 0.69],
            ],
          },
          material: paint,
        },
        {
          shape: { kind: 'cylinder', radius: 0.03, height: 0.045, sides: 5 },
          at: [0, 0.685, 0],
          material: brass,
        },
        roller(0.05, 0.36, [0, 0.36, 0], paint, 0.008),
        roller(0.038, 0.41, [0, 0.36, 0], brass, 0.006),
        {
          shape: { kind: 'cylinder', radius: 0.068, height: 0.15, bevel: 0.008 },
          at: [0, 0.33, 0.02],
          rotation: [90, 0, 0],
          material: paint,
        },
        {
          shape: { kind: 'cylinder', radius: 0.052, height: 0.04, bevel: 0.006 },
          at: [0, 0.33, 0.16],
          rotation: [90, 0, 0],
          material: brass,
        },
        ...bolts(0.035, 0.145),
        ...bolts(0.485, 0.128),
      ],
    }
  },
})
