import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bodywork, type Model } from '../../shape/bodywork.ts'
import { defineKind } from '../kind.ts'

/** Metres above the road. */
const LAMP_HEIGHT = 0.62

/** Where its light comes from, metres. */
const BEHIND_NOSE = 2.5

/** Metres. `belt` and `roof` run from rear to front: `[z, y]` of the rear lower, rear upper, front upper, front lower corner of the windows. */
const MODELS = {
  sedan: {
    width: 1.78,
    floor: 0.2,
    body: [
      [-2.2, 0.42],
      [-2.22, 0.62],
      [-2.16, 0.92],
      [-1.5, 0.97],
      [0.62, 0.95],
      [1.75, 0.84],
      [2.12, 0.7],
      [2.2, 0.5],
      [2.16, 0.3],
    ],
    glass: [
      [-1.68, 0.95],
      [-0.95, 1.38],
      [0.05, 1.4],
      [0.98, 0.93],
    ],
    lean: 0.2,
    posts: [-0.4],
    wheel: 0.33,
    axles: [-1.36, 1.36],
  },
  van: {
    width: 1.95,
    floor: 0.24,
    body: [
      [-2.48, 0.45],
      [-2.5, 1.05],
      [-2.46, 1.12],
      [1.5, 1.12],
      [1.62, 1.1],
      [2.28, 0.92],
      [2.46, 0.66],
      [2.46, 0.32],
    ],
    glass: [
      [-2.42, 1.1],
      [-2.34, 1.98],
      [1.0, 2.0],
      [1.72, 1.08],
    ],
    lean: 0.12,
    posts: [-1.0, 0.3],
    wheel: 0.35,
    axles: [-1.55, 1.6],
  },
  bus: {
    width: 2.5,
    floor: 0.32,
    body: [
      [-5.5, 0.5],
      [-5.52, 1.3],
      [-5.5, 1.35],
      [5.42, 1.35],
      [5.52, 1.1],
      [5.5, 0.4],
    ],
    glass: [
      [-5.46, 1.33],
      [-5.4, 2.78],
      [5.22, 2.78],
      [5.42, 1.33],
    ],
    lean: 0.05,
    posts: [-3.9, -2.3, -0.7, 0.9, 2.5, 4.0],
    wheel: 0.48,
    axles: [-3.2, 3.5],
  },
  truck: {
    width: 2.3,
    floor: 0.42,
    body: [
      [-3.6, 0.56],
      [-3.62, 0.94],
      [-3.55, 0.98],
      [1.52, 0.98],
      [1.6, 1.42],
      [3.2, 1.42],
      [3.34, 1.2],
      [3.36, 0.5],
    ],
    glass: [
      [1.64, 1.4],
      [1.7, 2.36],
      [2.86, 2.36],
      [3.18, 1.4],
    ],
    lean: 0.08,
    posts: [2.1],
    wheel: 0.46,
    axles: [-2.1, 2.35],
    cargo: { from: -3.66, to: 1.5, floor: 1, top: 3.05 },
  },
} as const satisfies Record<string, Model>

export const car = defineKind({
  kind: 'car',
  doc: 'A road vehicle; on a path its wheels turn, and the front ones steer, by the way it goes.',
  fields: {
    type: z.enum(['sedan', 'van', 'bus', 'truck']).default('sedan').describe('Which body it has.'),
    color: Color.default('red').describe('Of the paint.'),
    lights: z
      .boolean()
      .default(false)
      .describe('Head and tail lamps are lit, and shine on the road.'),
  },
  rearAxle: ({ type }) => MODELS[type].axles[0],
  // One light for both lamps: a second one costs 14 % of a frame. It shines from inside the car, which throws no
  // shadow of it: its cone is as wide as the car at the bumper, and light falls off over metres instead of one hot spot.
  blueprint: ({ type, color, lights }) => {
    const model = MODELS[type]
    const nose = Math.max(...model.body.map(([along]) => along))
    return {
      parts: bodywork(model, color, lights),
      ...(lights && {
        lights: [
          {
            kind: 'spot',
            at: [0, LAMP_HEIGHT, nose - BEHIND_NOSE],
            toward: [0, LAMP_HEIGHT * 0.15, nose + 8],
            color: '#fff1d6',
            strength: 150,
            reach: 26,
            angle: 17,
          },
        ],
      }),
    }
  },
})
