import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { ball, bar, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const BODY = [
  [0, 0],
  [0.44, 0],
  [0.47, 0.03],
  [0.46, 0.16],
  [0.36, 0.38],
  [0.2, 0.5],
  [0.17, 0.51],
] as const
const LID = [
  [0.18, 0.5],
  [0.16, 0.54],
  [0.06, 0.57],
  [0, 0.575],
] as const

export const kettle = defineKind({
  kind: 'kettle',
  doc: 'A stove kettle with a handle over its lid, its spout to the right.',
  fields: {
    height: z.number().min(0.05).max(2).default(0.26).describe('Metres, handle included.'),
    color: Color.default('teal').describe('Of the enamel.'),
  },
  blueprint: ({ height: h, color }) => {
    const enamel = { color, roughness: 0.2 } as const
    const black = { color: '#1d1c1c', roughness: 0.5 } as const
    const steel = { surface: 'metal', color: '#c9ccd0', roughness: 0.25 } as const
    return {
      parts: [
        lathed(eased(scaled(BODY, h, h)), enamel),
        lathed(scaled(LID, h, h), enamel),
        ball([h * 0.1, h * 0.09, h * 0.1], [0, h * 0.57, 0], black),
        bar(
          [
            [h * 0.36, h * 0.22, 0],
            [h * 0.5, h * 0.29, 0],
            [h * 0.58, h * 0.4, 0],
            [h * 0.68, h * 0.46, 0],
          ],
          h * 0.075,
          enamel,
          h * 0.04,
        ),
        bar(
          [
            [-h * 0.33, h * 0.4, 0],
            [-h * 0.34, h * 0.66, 0],
            [-h * 0.22, h * 0.9, 0],
            [0, h * 0.965, 0],
            [h * 0.22, h * 0.9, 0],
            [h * 0.34, h * 0.66, 0],
            [h * 0.33, h * 0.4, 0],
          ],
          h * 0.018,
          steel,
        ),
        bar(
          [
            [-h * 0.2, h * 0.915, 0],
            [0, h * 0.965, 0],
            [h * 0.2, h * 0.915, 0],
          ],
          h * 0.036,
          black,
        ),
      ],
    }
  },
})
