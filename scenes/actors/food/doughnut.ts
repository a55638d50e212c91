import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const SPRINKLES = 56
const COLORS = ['#f4d35e', '#5fb0e5', '#f6f3ec', '#58b368', '#e2543f'] as const
/** Half the ring's tube, over its upper side, a little thicker than the dough. */
const ICING = Array.from({ length: 13 }, (_, i): [number, number] => {
  const angle = ((-12 + (204 * i) / 12) * Math.PI) / 180
  return [0.33 + 0.177 * Math.cos(angle), 0.175 + 0.177 * Math.sin(angle)]
})

export const doughnut = defineKind({
  kind: 'doughnut',
  doc: 'A ring doughnut with icing and sprinkles.',
  fields: {
    width: z.number().min(0.02).max(3).default(0.1).describe('Metres.'),
    color: Color.default('pink').describe('Of the icing.'),
  },
  blueprint: ({ width: w, color }) => {
    const sprinkles = Array.from({ length: SPRINKLES }, (_, i): Part => {
      const turn = i * 137.5
      const lean = 15 + 150 * (((i * 7) % SPRINKLES) / SPRINKLES)
      const angle = (lean * Math.PI) / 180
      const out = 0.33 + 0.176 * Math.cos(angle)
      return {
        shape: { kind: 'capsule', radius: w * 0.011, height: w * 0.05 },
        at: around(turn, w * out, w * (0.171 + 0.178 * Math.sin(angle))),
        rotation: [90, i * 71, 0],
        material: { color: COLORS[i % COLORS.length] as string, roughness: 0.4 },
      }
    })
    return {
      parts: [
        {
          shape: { kind: 'torus', radius: w * 0.33, tube: w * 0.17 },
          material: { color: '#c58a4a', roughness: 0.7 },
        },
        lathed(scaled(ICING, w, w), { color, roughness: 0.25 }),
        ...sprinkles,
      ],
    }
  },
})
