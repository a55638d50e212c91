import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, block, roller, sideways } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Metres: of the wheels and where their axles are along. */
const RADIUS = 0.34
const [REAR, FRONT] = [-0.5, 0.55]
const SPOKES = 9

/** Joints of the frame, `[y, z]`. */
const CRANK = [0.3, -0.06] as const
const SEAT = [0.78, -0.22] as const
const HEAD = [0.78, 0.34] as const
const NECK = [0.62, 0.4] as const

export const bicycle = defineKind({
  kind: 'bicycle',
  doc: 'A bicycle, upright; on a path its wheels turn, and it steers, by the way it goes.',
  fields: { color: Color.default('red').describe('Of the frame.') },
  rearAxle: () => REAR,
  blueprint: ({ color }) => {
    const paint = { color, roughness: 0.3 } as const
    const rubber = { color: '#1c1c1e', roughness: 0.9 } as const
    const steel = { surface: 'metal', color: '#b9bcc0', roughness: 0.3 } as const
    const leather = { color: '#3a2418', roughness: 0.6 } as const
    const rod = (
      from: readonly [number, number],
      to: readonly [number, number],
      radius: number,
      material: Part['material'],
      x = 0,
    ): Part =>
      bar(
        [
          [x, ...from],
          [x, ...to],
        ],
        radius,
        material,
      )
    const wheel = (z: number): Part[] => {
      const pivot: Vec3 = [0, RADIUS, z]
      const turns = { by: 'travel', radius: RADIUS, axis: [1, 0, 0] as Vec3, pivot } as const
      const ring = (radius: number, tube: number, material: Part['material']): Part => ({
        shape: { kind: 'torus', radius, tube },
        at: [-tube, RADIUS, z],
        rotation: [0, 0, -90],
        material,
      })
      const spokes = Array.from({ length: SPOKES }, (_, i) => {
        const angle = (i * Math.PI) / SPOKES
        const [y, along] = [Math.cos(angle) * (RADIUS - 0.03), Math.sin(angle) * (RADIUS - 0.03)]
        return bar(
          [
            [0, RADIUS - y, z - along],
            [0, RADIUS + y, z + along],
          ],
          0.003,
          steel,
        )
      })
      return [
        ring(RADIUS - 0.018, 0.018, rubber),
        ring(RADIUS - 0.042, 0.011, steel),
        roller(0.025, 0.1, pivot, steel),
        ...spokes,
      ].map((part) => ({ ...part, turns }))
    }
    const chain = [-1, 1].flatMap((s) => [
      rod(CRANK, [RADIUS, REAR], 0.011, paint, s * 0.03),
      rod([SEAT[0] - 0.02, SEAT[1]], [RADIUS, REAR], 0.009, paint, s * 0.03),
      rod([NECK[0], NECK[1]], [RADIUS, FRONT], 0.013, paint, s * 0.045),
    ])
    const pedal = (s: number) => [
      rod(CRANK, [CRANK[0] - s * 0.1, CRANK[1] + s * 0.13], 0.011, steel, s * 0.06),
      block(
        [0.09, 0.02, 0.08],
        [s * 0.11, CRANK[0] - s * 0.1 - 0.01, CRANK[1] + s * 0.13],
        rubber,
        0.005,
      ),
    ]
    return {
      parts: [
        ...wheel(REAR),
        ...wheel(FRONT),
        rod(CRANK, SEAT, 0.017, paint),
        rod(SEAT, HEAD, 0.017, paint),
        rod(CRANK, NECK, 0.019, paint),
        rod([HEAD[0] + 0.06, HEAD[1] - 0.022], NECK, 0.021, paint),
        ...chain,
        roller(0.085, 0.012, [0.045, ...CRANK], steel),
        roller(0.04, 0.012, [0.045, RADIUS, REAR], steel),
        rod([CRANK[0] + 0.08, CRANK[1]], [RADIUS + 0.04, REAR], 0.006, rubber, 0.045),
        rod([CRANK[0] - 0.08, CRANK[1]], [RADIUS - 0.04, REAR], 0.006, rubber, 0.045),
        ...pedal(1),
        ...pedal(-1),
        rod(SEAT, [0.93, -0.27], 0.013, steel),
        sideways(
          [
            [-0.42, 0.93],
            [-0.12, 0.935],
            [-0.1, 0.95],
            [-0.3, 0.965],
            [-0.42, 0.985],
          ],
          0.11,
          leather,
          [0, 0, 0],
          0.01,
        ),
        block([0.16, 0.03, 0.12], [0, 0.945, -0.36], leather, 0.014),
        rod([0.82, 0.32], [1.0, 0.26], 0.013, steel),
        bar(
          [
            [-0.29, 1.02, 0.14],
            [-0.26, 1.03, 0.2],
            [-0.1, 1.0, 0.28],
            [0.1, 1.0, 0.28],
            [0.26, 1.03, 0.2],
            [0.29, 1.02, 0.14],
          ],
          0.012,
          steel,
        ),
        ...[-1, 1].map((s) =>
          bar(
            [
              [s * 0.275, 1.027, 0.17],
              [s * 0.29, 1.02, 0.08],
            ],
            0.018,
            rubber,
          ),
        ),
      ],
    }
  },
})
