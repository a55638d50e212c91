import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const [WIDE, HIGH, DEEP] = [0.6, 0.85, 0.58]
const FRONT = DEEP / 2
/** Height of the middle of its door. */
const MIDDLE = 0.4

export const washingMachine = defineKind({
  kind: 'washing-machine',
  doc: 'A washing machine with a round door in front.',
  fields: { color: Color.default('white').describe('Of the enamel.') },
  blueprint: ({ color }) => {
    const enamel = { color, roughness: 0.25 } as const
    const dark = { color: '#26282b', roughness: 0.4 } as const
    const steel = { surface: 'metal', color: '#b9bcc0', roughness: 0.2 } as const
    const disc = (
      radius: number,
      out: number,
      thick: number,
      material: Part['material'],
    ): Part => ({
      shape: { kind: 'cylinder', radius, height: thick, bevel: thick * 0.3 },
      at: [0, MIDDLE, FRONT + out],
      rotation: [90, 0, 0],
      material,
    })
    return {
      parts: [
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((z): Part => ({
            shape: { kind: 'cylinder', radius: 0.025, height: 0.03 },
            at: [x * 0.24, 0, z * 0.23],
            material: dark,
          })),
        ),
        block([WIDE, HIGH - 0.02, DEEP], [0, 0.02, 0], enamel, 0.015),
        block([WIDE - 0.02, 0.004, 0.006], [0, 0.7, FRONT], dark, 0),
        block(
          [0.17, 0.09, 0.012],
          [-0.19, 0.73, FRONT],
          { color: '#dcdee0', roughness: 0.3 },
          0.004,
        ),
        block([0.12, 0.06, 0.008], [0.21, 0.745, FRONT], dark, 0),
        {
          shape: { kind: 'cylinder', radius: 0.036, height: 0.035, bevel: 0.006 },
          at: [0.04, 0.775, FRONT],
          rotation: [90, 0, 0],
          material: steel,
        },
        {
          shape: { kind: 'torus', radius: 0.2, tube: 0.032 },
          at: [0, MIDDLE, FRONT - 0.03],
          rotation: [90, 0, 0],
          material: steel,
        },
        disc(0.19, 0, 0.016, dark),
        {
          shape: { kind: 'sphere', radius: 0.15 },
          at: [0, MIDDLE - 0.15, FRONT],
          scale: [1, 1, 0.32],
          material: { color: '#6f93a8', roughness: 0.08, metalness: 0.5 },
        },
        block([0.03, 0.09, 0.03], [0.2, MIDDLE - 0.045, FRONT + 0.02], dark, 0.008),
        block([0.12, 0.07, 0.006], [0.2, 0.06, FRONT], { color: '#d5d7d9', roughness: 0.4 }, 0),
      ],
    }
  },
})
