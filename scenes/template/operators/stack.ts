import { z } from 'zod'
import { Metres, Vec3 } from '../../schema/values.ts'
import { Count, defineOperator, Later, Lets, Spliced } from '../operator.ts'

export const stack = defineOperator({
  name: '$stack',
  doc: 'Copies of an actor on top of each other, each as high as it is.',
  args: z.strictObject({
    count: Count.describe('How many.'),
    at: Vec3.default([0, 0, 0]).describe('Where the lowest stands, metres.'),
    gap: Metres.default(0).describe('Metres left free between two.'),
    let: Lets,
    of: Later.describe('The actor; its own position (sideways) and rotation are added.'),
  }),
  later: ['of', 'let'],
  copies: true,
  example: {
    $stack: { count: 4, of: { id: 'crate', kind: 'box', size: [0.5, 0.4, 0.5] } },
  },
  cast({ count, at, gap }, { copy, measure, fail }) {
    let top = at[1]
    return new Spliced(
      Array.from({ length: count }, (_, i) => {
        const bounds = measure(['of'], i)
        if (!bounds) return fail('must be an actor: only they have a height', { path: ['of'] })
        const position: Vec3 = [at[0], top - bounds.min[1], at[2]]
        top += bounds.max[1] - bounds.min[1] + gap
        return copy(['of'], i, { placement: { position, heading: 0 } })
      }),
    )
  },
})
