import { z } from 'zod'
import { defineOperator } from '../operator.ts'

export const int = defineOperator({
  name: '$int',
  doc: 'A whole number from one to another, both included.',
  args: z
    .tuple([z.int(), z.int()])
    .refine(([low, high]) => low <= high, 'must be [low, high], the lower one first')
    .meta({ title: 'two whole numbers [low, high]' }),
  example: { $int: [1, 6] },
  cast([low, high], { random, record }) {
    const value = random.int(low, high)
    record(value)
    return value
  },
})
