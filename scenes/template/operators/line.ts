import { z } from 'zod'
import { Size, Vec3 } from '../../schema/values.ts'
import { smoothLine } from '../../take/path.ts'
import { MAX_COPIES } from '../limits.ts'
import { Count, defineOperator, Later, Lets, Spliced } from '../operator.ts'

export const line = defineOperator({
  name: '$line',
  doc: 'Copies of an actor evenly along a straight or curved line.',
  args: z
    .strictObject({
      points: z
        .array(Vec3)
        .min(2)
        .describe('A smooth line (centripetal Catmull-Rom) through these points, metres.'),
      count: Count.optional().describe('How many, from the first point to the last; or `spacing`.'),
      spacing: Size.optional().describe('Metres along the line from one to the next.'),
      face: z
        .enum(['keep', 'along'])
        .default('along')
        .describe('Where the fronts look: along the line, or as they are.'),
      let: Lets,
      of: Later.describe('The actor; its own position and rotation are added.'),
    })
    .refine(
      ({ count, spacing }) => (count === undefined) !== (spacing === undefined),
      'needs either `count` or `spacing`',
    ),
  later: ['of', 'let'],
  copies: true,
  example: {
    $line: {
      points: [
        [-1, 0, 0],
        [0, 0, 0.4],
        [1, 0, 0],
      ],
      count: 12,
      of: { id: 'domino', kind: 'box', size: [0.1, 0.2, 0.03] },
    },
  },
  cast({ points, count, spacing, face }, { copy, fail }) {
    const way = smoothLine(points, false)
    if (!(way.length > 0)) return fail('leads nowhere: its points are all in one place')
    const many = count ?? Math.floor(way.length / (spacing ?? way.length) + 1e-9) + 1
    if (many > MAX_COPIES)
      return fail(`would hold ${many} copies; there may be ${MAX_COPIES}`, {
        hint: 'widen `spacing`',
      })
    const step = spacing ?? way.length / Math.max(1, many - 1)
    return new Spliced(
      Array.from({ length: many }, (_, i) => {
        const { point, direction } = way.at(i * step)
        const heading =
          face === 'along' ? (Math.atan2(direction[0], direction[2]) * 180) / Math.PI : 0
        return copy(['of'], i, { placement: { position: point, heading } })
      }),
    )
  },
})
