import { Color } from '../../schema/values.ts'
import { around, block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

const SLATS = 18

export const trashBin = defineKind({
  kind: 'trash-bin',
  doc: 'A round park bin: slats around a liner, a lid with a hole.',
  fields: { color: Color.default('dark-green').describe('Of the slats.') },
  blueprint: ({ color }) => {
    const paint = { color, roughness: 0.5 } as const
    const dark = { color: '#1b1d1e', roughness: 0.7 } as const
    return {
      parts: [
        {
          shape: {
            kind: 'lathe',
            profile: [
              [0, 0.05],
              [0.22, 0.05],
              [0.24, 0.84],
              [0.215, 0.84],
              [0.2, 0.3],
              [0, 0.3],
            ],
          },
          material: dark,
        },
        { shape: { kind: 'cylinder', radius: 0.24, height: 0.06, bevel: 0.01 }, material: dark },
        ...Array.from({ length: SLATS }, (_, i) => ({
          ...block([0.068, 0.74, 0.018], around((i * 360) / SLATS, 0.256, 0.06), paint, 0.006),
          rotation: [0, (i * 360) / SLATS, 0] as [number, number, number],
        })),
        ...[0.14, 0.68].map((y) => ({
          shape: { kind: 'torus', radius: 0.262, tube: 0.012 } as const,
          at: [0, y, 0] as [number, number, number],
          material: dark,
        })),
        {
          shape: {
            kind: 'lathe',
            profile: [
              [0.275, 0.8],
              [0.28, 0.84],
              [0.25, 0.88],
              [0.16, 0.92],
              [0.13, 0.92],
              [0.12, 0.9],
              [0.13, 0.86],
            ],
          },
          material: dark,
        },
      ],
    }
  },
})
