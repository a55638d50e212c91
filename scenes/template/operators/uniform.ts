import { z } from 'zod'
import { defineOperator, Finite } from '../operator.ts'
import { tidy } from '../tidy.ts'

export const uniform = defineOperator({
  name: '$uniform',
  doc: 'A number between two, each as likely as the next.',
  args: z
    .tuple([Finite, Finite])
    .refine(([low, high]) => low <= high, 'must be [low, high], the lower one first')
    .meta({ title: 'two numbers [low, high]' }),
  example: { $uniform: [0.2, 0.6] },
  cast([low, high], { random, record }) {
    const value = Math.min(Math.max(tidy(random.between(low, high)), low), high)
    record(value)
    return value
  },
})
