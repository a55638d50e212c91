import { Color, type Vec3 } from '../../schema/values.ts'
import { around, bar, block, lathed } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const STONES = 14

export const well = defineKind({
  kind: 'well',
  doc: 'A stone well with a roof, a winch and a bucket.',
  fields: { color: Color.default('#9c4a33').describe('Of the roof.') },
  blueprint: ({ color }) => {
    const wood = { surface: 'wood', color: '#7a5230' } as const
    const roof = { surface: 'tiles', color } as const
    const greys = ['#8f8c86', '#a09c94', '#7e7b76'] as const
    const stones = [0, 1, 2, 3].flatMap((row) =>
      Array.from({ length: STONES }, (_, i): Part => ({
        ...block(
          [0.315, 0.19, 0.2],
          around(((i + (row % 2) / 2) * 360) / STONES, 0.66, row * 0.195),
          { surface: 'rock', color: greys[(i * 5 + row * 2) % 3] as string },
          0.035,
        ),
        rotation: [0, ((i + (row % 2) / 2) * 360) / STONES, 0],
      })),
    )
    const slope = (s: number): Part => ({
      ...block([2.0, 0.95, 0.06], [0, 1.93, s * 0.72], roof, 0.01),
      rotation: [s * -47, 0, 0] as Vec3,
    })
    return {
      parts: [
        ...stones,
        lathed(
          [
            [0.56, 0],
            [0.56, 0.76],
            [0.5, 0.76],
            [0.5, 0.1],
            [0, 0.1],
          ],
          { color: shade('#8f8c86', 0.6), roughness: 0.9 },
        ),
        {
          shape: { kind: 'cylinder', radius: 0.5, height: 0.02 },
          at: [0, 0.4, 0],
          material: { surface: 'water', color: '#33566b' },
        },
        ...[-1, 1].flatMap((s) => [
          block([0.13, 2.1, 0.13], [s * 0.72, 0, 0], wood, 0.015),
          block([0.09, 0.09, 1.3], [s * 0.72, 2.0, 0], wood, 0.01),
        ]),
        block([1.8, 0.09, 0.09], [0, 2.52, 0], wood, 0.01),
        slope(1),
        slope(-1),
        bar(
          [
            [-0.9, 1.25, 0],
            [0.95, 1.25, 0],
          ],
          0.03,
          wood,
        ),
        bar(
          [
            [-0.28, 1.25, 0],
            [0.28, 1.25, 0],
          ],
          0.075,
          { color: '#c9ae7c', roughness: 0.9 },
        ),
        bar(
          [
            [0.93, 1.25, 0],
            [0.93, 1.02, 0.12],
            [1.08, 1.02, 0.12],
          ],
          0.022,
          { color: '#2e3033', roughness: 0.5 },
        ),
        bar(
          [
            [0, 1.2, 0.07],
            [0, 0.98, 0.07],
          ],
          0.012,
          { color: '#c9ae7c', roughness: 0.9 },
        ),
        lathed(
          [
            [0, 0],
            [0.11, 0],
            [0.145, 0.24],
            [0.135, 0.24],
            [0.1, 0.03],
            [0, 0.03],
          ],
          wood,
          [0, 0.72, 0.07],
        ),
        bar(
          [
            [-0.14, 0.94, 0.07],
            [-0.08, 1.02, 0.07],
            [0.08, 1.02, 0.07],
            [0.14, 0.94, 0.07],
          ],
          0.009,
          { color: '#2e3033', roughness: 0.5 },
        ),
      ],
    }
  },
})
