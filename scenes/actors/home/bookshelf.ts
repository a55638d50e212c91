import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import type { Random } from '../../random.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const SPINES = [
  '#8c2f2a',
  '#2f4a6d',
  '#3f6b4a',
  '#c9a04a',
  '#7c5a44',
  '#d8cdb4',
  '#37383c',
  '#a85a32',
  '#4d7f86',
  '#7a3a30',
  '#e3ddd0',
  '#555f3a',
] as const

export const bookshelf = defineKind({
  kind: 'bookshelf',
  doc: 'A wooden bookshelf full of books.',
  fields: {
    width: z.number().min(0.3).max(4).default(0.9).describe('Metres.'),
    height: z.number().min(0.4).max(4).default(1.9).describe('Metres.'),
    color: Color.default('#8a5a33').describe('Of the wood.'),
  },
  blueprint: ({ width, height, color }, random) => {
    const wood = { surface: 'wood', color } as const
    const rows = Math.max(1, Math.round((height - 0.1) / 0.36))
    const step = (height - 0.1) / rows
    const inner = width - 0.05
    return {
      parts: [
        ...[-1, 1].map((s) =>
          block([0.025, height, 0.28], [s * (width / 2 - 0.0125), 0, 0], wood, 0.004),
        ),
        block([width - 0.02, height - 0.02, 0.012], [0, 0.01, -0.132], wood, 0),
        block([inner, 0.06, 0.02], [0, 0, 0.11], wood, 0.003),
        ...Array.from({ length: rows + 1 }, (_, i) =>
          block([inner, 0.022, 0.27], [0, 0.06 + i * step, 0], wood, 0.003),
        ),
        ...Array.from({ length: rows }, (_, i) =>
          row(inner, 0.082 + i * step, step - 0.03, random.fork(`row${i}`)),
        ).flat(),
      ],
    }
  },
})

/** Books from left to right, some runs of one edition, the last one leaning; the rest of the shelf stays free. */
function row(width: number, y: number, room: number, random: Random): Part[] {
  const parts: Part[] = []
  const end = width / 2 - random.between(0.04, 0.3) * width
  let x = -width / 2 + 0.006
  let edition = { tall: 0, deep: 0, thick: 0, color: '', left: 0 }
  while (true) {
    if (edition.left <= 0)
      edition = {
        tall: room * random.between(0.62, 0.92),
        deep: random.between(0.14, 0.2),
        thick: random.between(0.02, 0.05),
        color: random.pick(SPINES),
        left: random.pick([1, 1, 1, 2, 4]),
      }
    const { tall, deep, thick, color } = edition
    edition.left -= 1
    if (x + thick > end) break
    parts.push(
      block(
        [thick - 0.0015, tall, deep],
        [x + thick / 2, y, 0.1 - deep / 2 - random.between(0, 0.012)],
        { color, roughness: 0.7 },
        0.0035,
      ),
      block(
        [thick - 0.0005, tall * 0.04, 0.004],
        [x + thick / 2, y + tall * 0.8, 0.0995],
        { color: '#d9c48a', roughness: 0.5 },
        0,
      ),
    )
    x += thick
  }
  const lean = {
    ...block(
      [0.028, room * 0.74, 0.16],
      [x + 0.07, y, 0.01],
      { color: random.pick(SPINES), roughness: 0.7 },
      0.0035,
    ),
    rotation: [0, 0, 11] as Vec3,
  }
  return x + 0.1 < width / 2 ? [...parts, lean] : parts
}
