import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { ball, bar, block } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import { defineKind } from '../kind.ts'

export const gift = defineKind({
  kind: 'gift',
  doc: 'A wrapped gift with a lid, a ribbon and a bow.',
  fields: {
    width: z.number().min(0.03).max(3).default(0.3).describe('Metres.'),
    color: Color.default('red').describe('Of the paper.'),
    ribbon: Color.default('gold').describe('Of ribbon and bow.'),
  },
  blueprint: ({ width: w, color, ribbon }) => {
    const paper = { surface: 'paper', color } as const
    const silk = { color: ribbon, roughness: 0.3 } as const
    const [high, lid] = [w * 0.62, w * 0.16]
    const loop = (s: number, turn: number) => {
      const angle = (turn * Math.PI) / 180
      const out = (along: number, up: number): Vec3 => [
        s * along * w * Math.cos(angle),
        high + lid + up * w,
        s * along * w * Math.sin(angle),
      ]
      return bar(
        [
          out(0, 0.02),
          out(0.16, 0.2),
          out(0.33, 0.25),
          out(0.36, 0.12),
          out(0.2, 0.02),
          out(0, 0.01),
        ],
        w * 0.032,
        silk,
      )
    }
    return {
      parts: [
        block([w * 0.94, high, w * 0.94], [0, 0, 0], paper, w * 0.01),
        block([w, lid, w], [0, high, 0], { ...paper, color: shade(color, 0.88) }, w * 0.012),
        block([w * 0.17, high, w * 0.955], [0, 0, 0], silk, w * 0.004),
        block([w * 0.955, high, w * 0.17], [0, 0, 0], silk, w * 0.004),
        block([w * 0.17, lid * 1.03, w * 1.015], [0, high, 0], silk, w * 0.004),
        block([w * 1.015, lid * 1.03, w * 0.17], [0, high, 0], silk, w * 0.004),
        ...[-1, 1].flatMap((s) => [loop(s, 20), loop(s, -50)]),
        ball([w * 0.15, w * 0.13, w * 0.15], [0, high + lid, 0], silk),
      ],
    }
  },
})
