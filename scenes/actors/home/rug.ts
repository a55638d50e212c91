import { z } from 'zod'
import { Color, Size, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const rug = defineKind({
  kind: 'rug',
  doc: 'A woven rug with a border.',
  fields: {
    size: z.tuple([Size, Size]).default([2.4, 1.6]).describe('Width and depth in metres.'),
    round: z.boolean().default(false).describe('A round rug as wide as `size` says.'),
    color: Color.default('maroon').describe('Of the field.'),
    border: Color.default('cream').describe('Of the border and the fringe.'),
  },
  blueprint: ({ size: [width, depth], round, color, border }) => {
    const wool = (hue: string) => ({ surface: 'carpet', color: hue }) as const
    const rings: [number, string][] = [
      [0, shade(color, 0.8)],
      [0.05, border],
      [0.09, color],
      [0.285, border],
      [0.31, shade(color, 1.25)],
    ]
    const layer = ([inset, hue]: [number, string], i: number): Part => {
      const cut = inset * Math.min(width, depth)
      const y = i * 0.0016
      return round
        ? {
            shape: {
              kind: 'cylinder',
              radius: width / 2 - cut,
              height: 0.009,
              bevel: 0.003,
              sides: 56,
            },
            at: [0, y, 0],
            material: wool(hue),
          }
        : block([width - 2 * cut, 0.009, depth - 2 * cut], [0, y, 0], wool(hue), 0.003)
    }
    const tassels = round ? 0 : Math.min(40, Math.floor(depth / 0.07))
    const fringe = [-1, 1].flatMap((s) =>
      Array.from({ length: tassels }, (_, i) =>
        tassel(
          [s * (width / 2 + 0.035), 0.006, ((i + 0.5) / tassels - 0.5) * depth],
          (0.8 * depth) / tassels,
          wool(border),
        ),
      ),
    )
    return { parts: [...rings.map(layer), ...fringe] }
  },
})

/** A flat tuft of yarn: as a solid it would throw its contact shade between its neighbours. */
function tassel(at: Vec3, width: number, material: Part['material']): Part {
  return { shape: { kind: 'plane', size: [0.08, width] }, at, material }
}
