import { z } from 'zod'
import { Degrees, Size, Vec3 } from '../../schema/values.ts'
import { Count, defineOperator, Later, Lets, Spliced } from '../operator.ts'

/** Degrees to turn from looking outwards. */
const FACING = { keep: undefined, out: 0, in: 180, along: 90 } as const

export const ring = defineOperator({
  name: '$ring',
  doc: 'Copies of an actor evenly on a circle or a part of one.',
  args: z.strictObject({
    count: Count.describe('How many.'),
    radius: Size.describe('Metres.'),
    at: Vec3.default([0, 0, 0]).describe('The middle of the circle, metres.'),
    from: Degrees.default(0).describe('Where the first stands: degrees from +Z towards +X.'),
    to: Degrees.optional().describe('Where the last stands; without it they close the circle.'),
    face: z
      .enum(['keep', 'out', 'in', 'along'])
      .default('keep')
      .describe(
        'Where the fronts look: as they are, outwards, to the middle, or round the circle.',
      ),
    let: Lets,
    of: Later.describe('The actor; its own position and rotation are added.'),
  }),
  later: ['of', 'let'],
  copies: true,
  example: {
    $ring: { count: 5, radius: 2, face: 'in', of: { id: 'seat', kind: 'chair' } },
  },
  cast({ count, radius, at, from, to, face }, { copy }) {
    const step = to === undefined ? 360 / count : (to - from) / Math.max(1, count - 1)
    const turn = FACING[face]
    return new Spliced(
      Array.from({ length: count }, (_, i) => {
        const angle = from + i * step
        const [x, z] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
        const position: Vec3 = [at[0] + radius * x, at[1], at[2] + radius * z]
        const heading = turn === undefined ? 0 : angle + turn
        return copy(['of'], i, { placement: { position, heading } })
      }),
    )
  },
})
