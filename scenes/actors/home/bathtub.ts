import { Color } from '../../schema/values.ts'
import { ball, bar, lathed } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

const HIGH = 0.6
/** Of half its width: the outside from the bottom to the rolled rim, and down its lining. */
const WALL: [number, number][] = [
  [0, 0.12],
  [0.2, 0.12],
  [0.27, 0.16],
  [0.34, 0.54],
  [0.37, 0.56],
  [0.39, 0.585],
  [0.37, 0.61],
  [0.34, 0.6],
  [0.315, 0.54],
  [0.25, 0.22],
  [0.18, 0.18],
  [0, 0.175],
]

export const bathtub = defineKind({
  kind: 'bathtub',
  doc: 'A free-standing bathtub on four feet, its tap to the right.',
  fields: {
    color: Color.default('white').describe('Of the enamel.'),
    feet: Color.default('gold').describe('Of feet and tap.'),
  },
  blueprint: ({ color, feet }) => {
    const brass = { surface: 'metal', color: feet, roughness: 0.25 } as const
    return {
      parts: [
        { ...lathed(WALL, { color, roughness: 0.15 }), scale: [2.15, 1, 1] },
        ...[-1, 1].flatMap((x) =>
          [-1, 1].flatMap((z) => [
            bar(
              [
                [x * 0.42, 0.2, z * 0.2],
                [x * 0.52, 0.14, z * 0.25],
                [x * 0.52, 0.05, z * 0.26],
              ],
              0.035,
              brass,
              0.022,
            ),
            ball([0.08, 0.07, 0.08], [x * 0.52, 0, z * 0.26], brass),
          ]),
        ),
        bar(
          [
            [0.79, 0.56, 0],
            [0.8, 0.82, 0],
            [0.74, 0.9, 0],
            [0.64, 0.88, 0],
            [0.62, 0.82, 0],
          ],
          0.02,
          brass,
        ),
        bar(
          [
            [0.79, 0.7, -0.12],
            [0.79, 0.7, 0.12],
          ],
          0.014,
          brass,
        ),
        ...[-1, 1].map((z) => ball([0.055, 0.055, 0.055], [0.79, HIGH + 0.0725, z * 0.13], brass)),
      ],
    }
  },
})
