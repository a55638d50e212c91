import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar, block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const bench = defineKind({
  kind: 'bench',
  doc: 'A park bench of wooden slats on iron legs.',
  fields: {
    width: z.number().min(0.6).max(4).default(1.6).describe('Metres.'),
    color: Color.default('#9c6a3c').describe('Of the slats.'),
  },
  blueprint: ({ width, color }) => {
    const wood = { surface: 'wood', color } as const
    const iron = { color: '#24282a', roughness: 0.5, metalness: 0.4 } as const
    const legs = [-1, 1].flatMap((s) => {
      const x = s * (width / 2 - 0.16)
      return [
        bar(
          [
            [x, 0, 0.24],
            [x, 0.22, 0.2],
            [x, 0.42, 0.22],
          ],
          0.024,
          iron,
        ),
        bar(
          [
            [x, 0.41, 0.25],
            [x, 0.4, 0],
            [x, 0.42, -0.19],
            [x, 0.62, -0.27],
            [x, 0.86, -0.34],
          ],
          0.022,
          iron,
        ),
        bar(
          [
            [x, 0, -0.3],
            [x, 0.22, -0.2],
            [x, 0.42, -0.19],
          ],
          0.024,
          iron,
        ),
        bar(
          [
            [x, 0.4, 0.22],
            [x, 0.56, 0.24],
            [x, 0.63, 0.16],
            [x, 0.6, -0.24],
          ],
          0.02,
          iron,
        ),
      ]
    })
    const seat = [0, 1, 2, 3].map((i) =>
      block([width, 0.032, 0.095], [0, 0.425, 0.2 - i * 0.112], wood, 0.008),
    )
    const back = [0, 1, 2].map((i) => ({
      ...block([width, 0.095, 0.03], [0, 0.5 + i * 0.12, -0.2 - i * 0.044], wood, 0.008),
      rotation: [-18, 0, 0] as [number, number, number],
    }))
    return { parts: [...legs, ...seat, ...back] }
  },
})
