import { z } from 'zod'
import { Metres, Size, Vec3 } from '../../schema/values.ts'
import { MAX_COPIES } from '../limits.ts'
import { defineOperator, Later, Lets, Spliced } from '../operator.ts'

const Cells = z.int().min(0).max(5000)

export const grid = defineOperator({
  name: '$grid',
  doc: 'Copies of an actor in columns (along X), rows (along Z) and layers (up) about a middle.',
  args: z.strictObject({
    columns: Cells.describe('How many along X.'),
    rows: Cells.default(1).describe('How many along Z.'),
    layers: Cells.default(1).describe('How many above each other.'),
    spacing: z
      .tuple([Metres, Metres])
      .describe('From one to the next along X and Z, metres.')
      .meta({ title: 'two distances [x, z] in metres' }),
    rise: Metres.default(0).describe('From one layer to the next, metres.'),
    stagger: z
      .number()
      .min(-1)
      .max(1)
      .default(0)
      .describe('Every other row and layer is shifted along X by this share of the spacing.'),
    at: Vec3.default([0, 0, 0]).describe('The middle of the lowest layer, metres.'),
    jitter: Size.optional().describe('Each is moved by chance up to so far along X and Z, metres.'),
    let: Lets,
    of: Later.describe('The actor; its own position and rotation are added.'),
  }),
  later: ['of', 'let'],
  copies: true,
  example: {
    $grid: {
      columns: 3,
      rows: 2,
      spacing: [0.5, 0.5],
      of: { id: 'cup', kind: 'mug' },
    },
  },
  cast({ columns, rows, layers, spacing, rise, stagger, at, jitter = 0 }, call) {
    const { copy, random, fail } = call
    const many = columns * rows * layers
    if (many > MAX_COPIES)
      return fail(`would hold ${many} copies; there may be ${MAX_COPIES}`, { got: null })
    const off = (key: string) => (jitter === 0 ? 0 : random.fork(key).between(-jitter, jitter))
    return new Spliced(
      Array.from({ length: many }, (_, i) => {
        const [column, row] = [i % columns, Math.floor(i / columns) % rows]
        const layer = Math.floor(i / (columns * rows))
        const shift = (row + layer) % 2 === 1 ? stagger : 0
        const position: Vec3 = [
          at[0] + (column - (columns - 1) / 2 + shift) * spacing[0] + off(`${i}/x`),
          at[1] + layer * rise,
          at[2] + (row - (rows - 1) / 2) * spacing[1] + off(`${i}/z`),
        ]
        return copy(['of'], i, { placement: { position, heading: 0 } })
      }),
    )
  },
})
