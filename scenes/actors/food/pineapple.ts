import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, lathed } from '../../shape/place.ts'
import { eased, scaled } from '../../shape/profile.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const BODY = [
  [0, 0],
  [0.15, 0],
  [0.21, 0.1],
  [0.225, 0.3],
  [0.19, 0.5],
  [0.1, 0.57],
  [0, 0.58],
] as const
/** Rows of eyes and how many are in each. */
const ROWS = 8
const EYES = 11
/** Of leaves from the outside in: how many, how far they lean, how long they are over the height. */
const LEAVES = [
  [9, 58, 0.3],
  [8, 34, 0.38],
  [6, 12, 0.44],
] as const

export const pineapple = defineKind({
  kind: 'pineapple',
  doc: 'A pineapple with its crown of leaves.',
  fields: {
    height: z.number().min(0.02).max(3).default(0.3).describe('Metres.'),
    color: Color.default('#c98a24').describe('Of the skin.'),
  },
  blueprint: ({ height: h, color }) => {
    const eyes = Array.from({ length: ROWS * EYES }, (_, i): Part => {
      const row = Math.floor(i / EYES)
      const up = (row + 0.7) / (ROWS + 0.6)
      const turn = ((i % EYES) + (row % 2) / 2) * (360 / EYES)
      const out = 0.222 * (1 - 0.35 * Math.abs(2 * up - 0.95) ** 2.6)
      return {
        shape: { kind: 'cylinder', radius: h * 0.05, topRadius: 0, height: h * 0.035, sides: 4 },
        at: around(turn, h * out * 0.97, h * 0.57 * up),
        rotation: [90, turn, 0],
        material: { color: shade(color, 0.86), roughness: 0.6 },
      }
    })
    const leaves = LEAVES.flatMap(([count, lean, long], ring) =>
      Array.from({ length: count }, (_, i): Part => {
        const turn = ((i + ring / 3) * 360) / count
        return {
          shape: {
            kind: 'cylinder',
            radius: h * 0.045,
            topRadius: 0,
            height: h * long,
            sides: 4,
          },
          at: around(turn, h * 0.03, h * 0.56),
          rotation: [lean, turn, 0] as Vec3,
          scale: [1, 1, 0.35],
          material: { color: shade('#4c8038', 1 + ring * 0.12), roughness: 0.6 },
        }
      }),
    )
    return {
      parts: [lathed(eased(scaled(BODY, h, h)), { color, roughness: 0.6 }), ...eyes, ...leaves],
    }
  },
})
