import { Color, type Vec3 } from '../../schema/values.ts'
import { block, roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const [WIDE, DEEP, TOP] = [0.76, 0.62, 0.9]
const FRONT = DEEP / 2

export const stove = defineKind({
  kind: 'stove',
  doc: 'A kitchen stove: four burners, knobs, an oven with a window.',
  fields: { color: Color.default('white').describe('Of the enamel.') },
  blueprint: ({ color }) => {
    const enamel = { color, roughness: 0.25 } as const
    const black = { color: '#17181a', roughness: 0.35 } as const
    const iron = { color: '#26282a', roughness: 0.6, metalness: 0.3 } as const
    const steel = { surface: 'metal', color: '#b9bcc0', roughness: 0.25 } as const
    const burner = (x: number, z: number): Part[] => [
      {
        shape: { kind: 'cylinder', radius: 0.085, height: 0.02, bevel: 0.006 },
        at: [x, TOP + 0.015, z],
        material: { color: '#4a4d50', roughness: 0.5, metalness: 0.5 },
      },
      ...[0, 90].map((turn): Part => ({
        ...block([0.25, 0.016, 0.018], [x, TOP + 0.045, z], iron, 0.004),
        rotation: [0, turn, 0],
      })),
      ...[0, 90, 180, 270].map((turn) => {
        const angle = (turn * Math.PI) / 180
        return block(
          [0.016, 0.05, 0.016],
          [x + Math.cos(angle) * 0.115, TOP + 0.008, z + Math.sin(angle) * 0.115],
          iron,
          0,
        )
      }),
    ]
    const knob = (x: number): Part => ({
      shape: { kind: 'cylinder', radius: 0.026, height: 0.035, bevel: 0.006 },
      at: [x, 0.815, FRONT + 0.012] as Vec3,
      rotation: [90, 0, 0],
      material: black,
    })
    return {
      parts: [
        block([WIDE - 0.06, 0.09, DEEP - 0.08], [0, 0, -0.02], black, 0),
        block([WIDE, TOP - 0.08, DEEP], [0, 0.08, 0], enamel, 0.01),
        block([WIDE + 0.01, 0.02, DEEP + 0.02], [0, TOP - 0.002, 0], black, 0.005),
        block([WIDE, 0.3, 0.05], [0, TOP, -FRONT + 0.03], enamel, 0.012),
        block([0.22, 0.09, 0.01], [0, TOP + 0.14, -FRONT + 0.055], black, 0),
        block([WIDE - 0.03, 0.1, 0.024], [0, 0.765, FRONT + 0.002], steel, 0.006),
        block([WIDE - 0.03, 0.5, 0.03], [0, 0.25, FRONT + 0.008], enamel, 0.01),
        block([WIDE - 0.2, 0.27, 0.006], [0, 0.33, FRONT + 0.024], black, 0),
        roller(0.012, WIDE - 0.14, [0, 0.695, FRONT + 0.06], steel),
        ...[-1, 1].map((s) =>
          block([0.016, 0.016, 0.05], [s * (WIDE / 2 - 0.1), 0.687, FRONT + 0.035], steel, 0),
        ),
        block([WIDE - 0.03, 0.13, 0.026], [0, 0.1, FRONT + 0.006], enamel, 0.01),
        ...[-0.28, -0.14, 0, 0.14, 0.28].map(knob),
        ...[-1, 1].flatMap((x) => [-0.12, 0.15].flatMap((z) => burner(x * 0.19, z))),
      ],
    }
  },
})
