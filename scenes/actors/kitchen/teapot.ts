import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const BODY = [
  [0, 0],
  [0.6, 0],
  [0.62, 0.03],
  [0.8, 0.12],
  [0.96, 0.32],
  [1, 0.5],
  [0.93, 0.7],
  [0.74, 0.86],
  [0.58, 0.93],
  [0.56, 0.96],
] as const
const LID = [
  [0.58, 0.94],
  [0.58, 0.965],
  [0.5, 1.01],
  [0.3, 1.07],
  [0.1, 1.1],
  [0.07, 1.12],
  [0.07, 1.15],
  [0.14, 1.19],
  [0.15, 1.23],
  [0.1, 1.27],
  [0, 1.285],
] as const

export const teapot = defineKind({
  kind: 'teapot',
  doc: 'A round teapot, its spout to the right.',
  fields: {
    height: z.number().min(0.03).max(2).default(0.17).describe('Metres.'),
    color: Color.default('#b8452f').describe('Of the glaze.'),
  },
  blueprint: ({ height, color }) => {
    const glaze = { color, roughness: 0.2 } as const
    const h = height / 1.285
    const r = h * 0.66
    return {
      parts: [
        { shape: { kind: 'lathe', profile: scaled(BODY, r, h) }, material: glaze },
        { shape: { kind: 'lathe', profile: scaled(LID, r, h) }, material: glaze },
        bar(
          [
            [r * 0.8, h * 0.3, 0],
            [r * 1.25, h * 0.42, 0],
            [r * 1.45, h * 0.68, 0],
            [r * 1.72, h * 0.92, 0],
          ],
          h * 0.135,
          glaze,
          h * 0.06,
        ),
        bar(
          [
            [-r * 0.72, h * 0.82, 0],
            [-r * 1.2, h * 0.92, 0],
            [-r * 1.6, h * 0.74, 0],
            [-r * 1.52, h * 0.42, 0],
            [-r * 1.1, h * 0.2, 0],
            [-r * 0.85, h * 0.22, 0],
          ],
          h * 0.055,
          glaze,
        ),
      ],
    }
  },
})
