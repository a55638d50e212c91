import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const PAN = [
  [0, 0],
  [0.4, 0],
  [0.43, 0.02],
  [0.5, 0.17],
  [0.495, 0.18],
  [0.48, 0.175],
  [0.41, 0.035],
  [0, 0.03],
] as const

export const fryingPan = defineKind({
  kind: 'frying-pan',
  doc: 'A frying pan, its handle to the right.',
  fields: {
    width: z.number().min(0.03).max(3).default(0.28).describe('Metres, without the handle.'),
    color: Color.default('#2a2b2d').describe('Of the pan.'),
    handle: Color.default('#7a4a28').describe('Of the handle.'),
  },
  blueprint: ({ width: w, color, handle }) => ({
    parts: [
      lathed(scaled(PAN, w, w), { color, roughness: 0.4, metalness: 0.3 }),
      bar(
        [
          [w * 0.47, w * 0.13, 0],
          [w * 0.6, w * 0.19, 0],
          [w * 0.72, w * 0.22, 0],
        ],
        w * 0.026,
        { surface: 'metal', color: '#b9bcc0', roughness: 0.3 },
      ),
      bar(
        [
          [w * 0.68, w * 0.212, 0],
          [w * 0.9, w * 0.25, 0],
          [w * 1.2, w * 0.26, 0],
        ],
        w * 0.034,
        { color: handle, roughness: 0.5 },
        w * 0.042,
      ),
    ],
  }),
})
