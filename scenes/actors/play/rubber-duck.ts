import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { ball, bar } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const rubberDuck = defineKind({
  kind: 'rubber-duck',
  doc: 'A rubber duck for the bath.',
  fields: {
    height: z.number().min(0.02).max(20).default(0.1).describe('Metres.'),
    color: Color.default('yellow').describe('Of the rubber.'),
  },
  blueprint: ({ height: h, color }) => {
    const rubber = { color, roughness: 0.25 } as const
    const beak = { color: '#e8741c', roughness: 0.3 } as const
    const egg = (size: Vec3, at: Vec3, material: Part['material'], rotation?: Vec3): Part => ({
      ...ball(size.map((v) => v * h) as Vec3, at.map((v) => v * h) as Vec3, material),
      ...(rotation && { rotation }),
    })
    return {
      parts: [
        egg([0.74, 0.54, 1.02], [0, 0, -0.04], rubber),
        bar(
          [
            [0, h * 0.34, -h * 0.34],
            [0, h * 0.46, -h * 0.5],
            [0, h * 0.6, -h * 0.58],
          ],
          h * 0.2,
          rubber,
          h * 0.05,
        ),
        egg([0.5, 0.5, 0.5], [0, 0.48, 0.2], rubber),
        egg([0.26, 0.07, 0.22], [0, 0.66, 0.46], beak, [-12, 0, 0]),
        egg([0.22, 0.06, 0.18], [0, 0.62, 0.44], beak, [10, 0, 0]),
        ...[-1, 1].flatMap((s) => [
          egg([0.09, 0.11, 0.05], [s * 0.15, 0.76, 0.375], { color: '#fbfaf5', roughness: 0.2 }, [
            0,
            s * 34,
            0,
          ]),
          egg([0.05, 0.065, 0.04], [s * 0.158, 0.78, 0.395], { color: '#141416', roughness: 0.1 }, [
            0,
            s * 34,
            0,
          ]),
          egg([0.14, 0.28, 0.5], [s * 0.34, 0.2, -0.1], rubber, [18, s * -8, s * -10]),
        ]),
      ],
    }
  },
})
