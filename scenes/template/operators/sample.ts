import { z } from 'zod'
import { Count, defineOperator, Later, Spliced } from '../operator.ts'
import { wordFor } from './pick.ts'

export const sample = defineOperator({
  name: '$sample',
  doc: 'Several different ones of a list, in an order of chance.',
  args: z
    .strictObject({
      from: z
        .array(Later)
        .min(1, 'must hold something to choose from')
        .max(10_000)
        .describe('What there is.'),
      count: Count.describe('How many of them.'),
    })
    .refine(
      ({ from, count }) => count <= from.length,
      'must not ask for more than its `from` holds',
    ),
  later: ['from.*'],
  example: { $sample: { from: ['red', 'blue', 'yellow', 'green'], count: 2 } },
  cast({ from, count }, { random, later, record }) {
    const indices = from.map((_, i) => i)
    for (let i = 0; i < count; i++) {
      const j = random.int(i, indices.length - 1)
      ;[indices[i], indices[j]] = [indices[j] as number, indices[i] as number]
    }
    const chosen = indices.slice(0, count)
    const values = chosen.map((index) => later(['from', index]))
    record(values.map((value, i) => wordFor(value, chosen[i] as number)))
    return new Spliced(values)
  },
})
