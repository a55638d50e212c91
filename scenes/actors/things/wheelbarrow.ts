import { Color, type Vec3 } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { wheel } from '../../shape/wheel.ts'
import { defineKind } from '../kind.ts'

const WHEEL = 0.19
const AXLE: Vec3 = [0, WHEEL, 0.62]

export const wheelbarrow = defineKind({
  kind: 'wheelbarrow',
  doc: 'A wheelbarrow, its wheel to the front; the wheel turns by the way it goes.',
  fields: { color: Color.default('green').describe('Of the tub.') },
  blueprint: ({ color }) => {
    const paint = { color, roughness: 0.4 } as const
    const steel = { surface: 'metal', color: '#8d9296', roughness: 0.4 } as const
    const black = { color: '#1c1d1f', roughness: 0.6 } as const
    // A four-sided tub, narrower below, leant forward: a turned square, hollow.
    const tub: Part = {
      shape: {
        kind: 'lathe',
        profile: [
          [0, 0],
          [0.26, 0],
          [0.46, 0.3],
          [0.48, 0.3],
          [0.48, 0.315],
          [0.45, 0.315],
          [0.25, 0.03],
          [0, 0.03],
        ],
      },
      at: [0, 0.36, 0.1],
      rotation: [7, 0, 0],
      scale: [0.78, 1, 1.12],
      material: paint,
    }
    const rail = (s: number): Part[] => [
      bar(
        [
          [s * 0.06, WHEEL, 0.62],
          [s * 0.2, 0.34, 0.25],
          [s * 0.27, 0.42, -0.4],
          [s * 0.29, 0.55, -0.85],
        ],
        0.02,
        steel,
      ),
      bar(
        [
          [s * 0.285, 0.53, -0.75],
          [s * 0.295, 0.57, -0.92],
        ],
        0.028,
        black,
      ),
      bar(
        [
          [s * 0.26, 0.4, -0.25],
          [s * 0.27, 0.02, -0.36],
          [s * 0.27, 0.02, -0.22],
          [s * 0.23, 0.36, 0.05],
        ],
        0.016,
        steel,
      ),
    ]
    return {
      parts: [tub, ...rail(-1), ...rail(1), ...wheel(WHEEL, 0.09, [0.0, AXLE[1], AXLE[2]], 1)],
    }
  },
})
