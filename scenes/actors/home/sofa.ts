import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import { defineKind } from '../kind.ts'

export const sofa = defineKind({
  kind: 'sofa',
  doc: 'An upholstered sofa with loose cushions.',
  fields: {
    seats: z
      .int()
      .min(1)
      .max(5)
      .default(3)
      .describe('How many can sit on it; 1 makes an armchair.'),
    color: Color.default('teal').describe('Of the cover.'),
    pillows: Color.default('cream').describe('Of the two throw pillows.'),
  },
  blueprint: ({ seats, color, pillows }) => {
    const cover = { surface: 'fabric', color } as const
    const [frame, back] = [shade(color, 0.88), shade(color, 1.08)].map(
      (tint) => ({ surface: 'fabric', color: tint }) as const,
    ) as [typeof cover, typeof cover]
    const each = 0.64
    const inner = seats * each
    const at = (i: number) => (i + 0.5 - seats / 2) * each
    const pillow = (s: number) => ({
      ...block(
        [0.42, 0.42, 0.14],
        [s * (inner / 2 - 0.22), 0.45, 0.02],
        { surface: 'fabric', color: pillows },
        0.068,
      ),
      rotation: [-24, s * -20, s * 8] as Vec3,
    })
    return {
      parts: [
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((s) => ({
            shape: { kind: 'cylinder', radius: 0.018, topRadius: 0.028, height: 0.13 } as const,
            at: [x * (inner / 2 + 0.08), 0, s * 0.34] as Vec3,
            material: { surface: 'wood', color: '#5a3a22' } as const,
          })),
        ),
        block([inner + 0.3, 0.2, 0.84], [0, 0.12, 0], frame, 0.04),
        block([inner + 0.3, 0.62, 0.2], [0, 0.15, -0.34], frame, 0.07),
        ...[-1, 1].map((s) =>
          block([0.2, 0.5, 0.86], [s * (inner / 2 + 0.1), 0.12, 0], cover, 0.075),
        ),
        ...Array.from({ length: seats }, (_, i) =>
          block([each - 0.008, 0.17, 0.66], [at(i), 0.3, 0.09], cover, 0.05),
        ),
        ...Array.from({ length: seats }, (_, i) => ({
          ...block([each - 0.02, 0.42, 0.2], [at(i), 0.44, -0.16], back, 0.075),
          rotation: [-12, 0, 0] as Vec3,
        })),
        ...(seats > 1 ? [pillow(-1), pillow(1)] : [pillow(0)]),
      ],
    }
  },
})
