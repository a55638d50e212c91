import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { ball, bar, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

export const microphone = defineKind({
  kind: 'microphone',
  doc: 'A microphone on a stand as singers use it.',
  fields: {
    height: z.number().min(0.1).max(4).default(1.5).describe('Metres.'),
    color: Color.default('#232427').describe('Of the handle.'),
  },
  blueprint: ({ height: h, color }) => {
    const black = { color: '#1b1c1e', roughness: 0.5 } as const
    const steel = { surface: 'metal', color: '#b9bcc0', roughness: 0.25 } as const
    // The microphone itself leans forward a little on top of the pole.
    return {
      parts: [
        lathed(
          scaled(
            [
              [0, 0],
              [0.16, 0],
              [0.165, 0.012],
              [0.12, 0.026],
              [0.02, 0.04],
              [0, 0.04],
            ],
            h,
            h,
          ),
          black,
        ),
        bar(
          [
            [0, h * 0.03, 0],
            [0, h * 0.86, 0],
          ],
          h * 0.009,
          steel,
        ),
        bar(
          [
            [0, h * 0.4, 0],
            [0, h * 0.47, 0],
          ],
          h * 0.016,
          black,
        ),
        bar(
          [
            [0, h * 0.83, -h * 0.01],
            [0, h * 0.87, h * 0.02],
          ],
          h * 0.022,
          black,
        ),
        bar(
          [
            [0, h * 0.8, -h * 0.06],
            [0, h * 0.91, h * 0.05],
          ],
          h * 0.015,
          { color, roughness: 0.4 },
          h * 0.026,
        ),
        ball([h * 0.085, h * 0.095, h * 0.085], [0, h * 0.9, h * 0.066], {
          surface: 'metal',
          color: '#9a9ea3',
          roughness: 0.55,
        }),
        {
          shape: { kind: 'torus', radius: h * 0.04, tube: h * 0.006 },
          at: [0, h * 0.944, h * 0.063],
          rotation: [45, 0, 0],
          material: steel,
        },
      ],
    }
  },
})
