import { z } from 'zod'
import { Color, Size } from '../../schema/values.ts'
import type { Random } from '../../random.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Metres of path from one bend of its edge to the next. */
const STEP = 0.32

export const footpath = defineKind({
  kind: 'footpath',
  doc: 'A trodden path along X, its edges worn ragged and overgrown with grass.',
  fields: {
    length: Size.max(80).default(12).describe('Along X, metres.'),
    width: z.number().min(0.3).max(8).default(1.6).describe('Metres.'),
    surface: z.enum(['sand', 'earth']).default('sand').describe('What it is strewn with.'),
    color: Color.default('#c0b08f').describe('Of the sand or earth.'),
    grass: Color.default('#74853f').describe('Of the blades along its edges.'),
  },
  blueprint: ({ length, width, surface, color, grass }, random) => {
    const verge = (s: number): Part => ({
      shape: {
        kind: 'tufts',
        area: [length, 0.34],
        count: Math.round(length * 55),
        height: 0.075,
        width: 0.011,
        seed: random.int(0, 65535),
      },
      at: [0, 0, (s * width) / 2],
      material: { surface: 'leaves', color: grass },
    })
    const near = edge(length, width / 2, random)
    const far = edge(length, width / 2, random)
    return {
      parts: [
        {
          shape: {
            kind: 'prism',
            outline: [...near.map(([x, out]): [number, number] => [x, -out]), ...far.reverse()],
            depth: 0.03,
          },
          at: [0, 0.015, 0],
          rotation: [-90, 0, 0],
          material: { surface, color },
        },
        verge(-1),
        verge(1),
      ],
    }
  },
})

/** `[along, out]` points of one edge, from left to right: bays a metre wide, each with its own small bites. */
function edge(length: number, out: number, random: Random): [number, number][] {
  const steps = Math.max(2, Math.round(length / STEP))
  const phase = random.between(0, 6)
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = (i / steps - 0.5) * length
    const bay = 0.05 * Math.sin(x * 1.9 + phase) + 0.03 * Math.sin(x * 4.3 + 2 * phase)
    return [x, out + bay + random.between(-0.045, 0.045)]
  })
}
