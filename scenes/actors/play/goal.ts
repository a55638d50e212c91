import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

/** Metres between two cords of the net at its widest. */
const MESH = 0.32

export const goal = defineKind({
  kind: 'goal',
  doc: 'A soccer goal with its net, open to the front.',
  fields: {
    width: z.number().min(0.5).max(10).default(3.6).describe('Metres.'),
    height: z.number().min(0.3).max(4).default(2).describe('Metres.'),
    color: Color.default('white').describe('Of posts and net.'),
  },
  blueprint: ({ width, height, color }) => {
    const paint = { color, roughness: 0.35 } as const
    const cord = { color, roughness: 0.9 } as const
    const [half, r, deep] = [width / 2, 0.055, height * 0.55]
    const top = height * 0.32
    // The net's side view: back along the top, then down to the ground.
    const line: [number, number][] = [
      [0, height - r],
      [-top, height - r],
      [-deep, r * 0.4],
    ]
    const thin = 0.009
    const count = Math.min(40, Math.ceil(width / MESH))
    const down = Array.from({ length: count + 1 }, (_, i) => {
      const x = -half + (width * i) / count
      return [0, 1].map((k) => {
        const [from, to] = [line[k], line[k + 1]] as [[number, number], [number, number]]
        return bar(
          [
            [x, from[1], from[0]],
            [x, to[1], to[0]],
          ],
          thin,
          cord,
        )
      })
    }).flat()
    const rows = Math.max(3, Math.ceil(height / MESH))
    const across = Array.from({ length: rows + 1 }, (_, i) => {
      const share = i / rows
      const z = -top - (deep - top) * share
      const y = (height - r) * (1 - share) + r * 0.4 * share
      const edge = (s: number): Vec3 => [s * half, y, z]
      return [
        bar([edge(-1), edge(1)], thin, cord),
        ...[-1, 1].map((s) => bar([edge(s), [s * half, y, 0]], thin, cord)),
      ]
    }).flat()
    const sides = [-1, 1].flatMap((s) =>
      [0.35, 0.7].map((share) =>
        bar(
          [
            [s * half, height - r, -top * share],
            [s * half, 0.02, -deep * share],
          ],
          thin,
          cord,
        ),
      ),
    )
    return {
      parts: [
        ...[-1, 1].flatMap((s) => [
          {
            shape: { kind: 'cylinder', radius: r, height } as const,
            at: [s * half, 0, 0] as Vec3,
            material: paint,
          },
          bar(
            [
              [s * half, height - r, 0],
              [s * half, height - r, -top],
            ],
            r * 0.55,
            paint,
          ),
          bar(
            [
              [s * half, height - r, -top],
              [s * half, r * 0.5, -deep],
            ],
            r * 0.55,
            paint,
          ),
          bar(
            [
              [s * half, r * 0.5, 0],
              [s * half, r * 0.5, -deep],
            ],
            r * 0.5,
            paint,
          ),
        ]),
        bar(
          [
            [-half, height - r, 0],
            [half, height - r, 0],
          ],
          r,
          paint,
        ),
        bar(
          [
            [-half, r * 0.5, -deep],
            [half, r * 0.5, -deep],
          ],
          r * 0.5,
          paint,
        ),
        ...down,
        ...across,
        ...sides,
      ],
    }
  },
})
