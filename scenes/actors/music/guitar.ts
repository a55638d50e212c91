import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { eased } from '../../shape/profile.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Half of the body from its foot up, over the whole length. */
const HALF: [number, number][] = [
  [0, 0.03],
  [0.12, 0.035],
  [0.19, 0.11],
  [0.185, 0.2],
  [0.115, 0.27],
  [0.12, 0.34],
  [0.145, 0.39],
  [0.12, 0.455],
  [0.04, 0.475],
]
/** Degrees that it leans back on its stand. */
const LEAN = 10

export const guitar = defineKind({
  kind: 'guitar',
  doc: 'An acoustic guitar on a low stand, its strings to the front.',
  fields: {
    height: z.number().min(0.05).max(4).default(1.05).describe('Metres.'),
    color: Color.default('#c98a45').describe('Of the top.'),
  },
  blueprint: ({ height: h, color }) => {
    const dark = { color: '#33201a', roughness: 0.4 } as const
    const black = { color: '#18181a', roughness: 0.5 } as const
    const angle = (LEAN * Math.PI) / 180
    const right = eased(HALF)
    const left = right.map(([x, y]): [number, number] => [-x, y]).reverse()
    const outline = (grow: number) =>
      [...right, ...left.slice(0, -1)].map(([x, y]): [number, number] => [
        x * grow * h,
        (0.25 + (y - 0.25) * grow) * h,
      ])
    const at = (x: number, y: number, out: number): Vec3 => [
      x * h,
      Math.cos(angle) * y * h + Math.sin(angle) * out * h,
      -Math.sin(angle) * y * h + Math.cos(angle) * out * h + 0.08 * h,
    ]
    const on = (part: Part, x: number, y: number, out: number): Part => ({
      ...part,
      at: at(x, y, out),
      rotation: [-LEAN, 0, 0],
    })
    const sheet = (grow: number, depth: number, material: Part['material']): Part => ({
      shape: { kind: 'prism', outline: outline(grow), depth: depth * h },
      material,
    })
    const disc = (radius: number, material: Part['material'], y: number, out: number): Part => ({
      shape: { kind: 'cylinder', radius: radius * h, height: 0.004 * h },
      at: at(0, y, out),
      rotation: [90 - LEAN, 0, 0],
      material,
    })
    const bit = (
      size: Vec3,
      x: number,
      y: number,
      out: number,
      material: Part['material'],
      bevel = 0,
    ): Part => on(block(size.map((v) => v * h) as Vec3, [0, 0, 0], material, bevel * h), x, y, out)
    return {
      parts: [
        on(sheet(1, 0.1, { color: shade(color, 0.5), roughness: 0.3 }), 0, 0, 0),
        on(sheet(0.985, 0.104, { surface: 'wood', color }), 0, 0, 0),
        disc(0.062, dark, 0.32, 0.05),
        disc(0.05, black, 0.32, 0.0515),
        bit([0.14, 0.022, 0.014], 0, 0.15, 0.055, dark, 0.003),
        bit([0.055, 0.49, 0.03], 0, 0.385, 0.05, dark, 0.004),
        bit(
          [0.075, 0.125, 0.024],
          0,
          0.87,
          0.045,
          { color: shade(color, 0.6), roughness: 0.4 },
          0.006,
        ),
        ...[-1, 1].flatMap((s) =>
          [0.9, 0.935, 0.97].map((y) =>
            bit(
              [0.035, 0.016, 0.016],
              s * 0.05,
              y,
              0.045,
              { surface: 'metal', color: '#d5d2c8', roughness: 0.3 },
              0.004,
            ),
          ),
        ),
        ...[-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].map((i) =>
          bit([0.0016, 0.71, 0.0016], i * 0.0085, 0.165, 0.067, {
            surface: 'metal',
            color: '#e4e2da',
            roughness: 0.3,
          }),
        ),
        ...[-1, 1].flatMap((s): Part[] => [
          {
            shape: {
              kind: 'tube',
              points: [
                [s * 0.13 * h, 0.012 * h, 0.2 * h],
                [s * 0.11 * h, 0.03 * h, 0.04 * h],
                [s * 0.06 * h, 0.34 * h, -0.06 * h],
              ],
              radius: 0.011 * h,
            },
            material: black,
          },
          {
            shape: {
              kind: 'tube',
              points: [
                [s * 0.1 * h, 0.06 * h, 0.02 * h],
                [s * 0.16 * h, 0.012 * h, -0.2 * h],
              ],
              radius: 0.011 * h,
            },
            material: black,
          },
          {
            shape: {
              kind: 'tube',
              points: [
                [s * 0.13 * h, 0.012 * h, 0.2 * h],
                [s * 0.13 * h, 0.05 * h, 0.205 * h],
              ],
              radius: 0.011 * h,
            },
            material: black,
          },
        ]),
      ],
    }
  },
})
