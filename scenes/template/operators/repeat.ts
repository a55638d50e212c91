import { z } from 'zod'
import { Count, defineOperator, Later, Lets, Spliced } from '../operator.ts'
import { Name } from '../name.ts'

export const repeat = defineOperator({
  name: '$repeat',
  doc: 'Copies of a value, each with draws of its own; `$index` counts them from 0 and is appended to ids.',
  args: z.strictObject({
    count: Count.describe('How many.'),
    let: Lets,
    of: Later.describe('What is copied; `ball` becomes `ball_0`, `ball_1` ...'),
    index: Name.optional().describe('A name for the count, for repeats within repeats.'),
  }),
  later: ['of', 'let'],
  copies: true,
  example: {
    $repeat: {
      count: { $int: [2, 5] },
      of: { id: 'ball', kind: 'sphere', radius: 0.2, position: [{ $expr: '$index' }, 0, 0] },
    },
  },
  cast: ({ count, index }, { copy }) =>
    new Spliced(Array.from({ length: count }, (_, i) => copy(['of'], i, { index }))),
})
