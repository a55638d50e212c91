import { z } from 'zod'
import type { Random } from '../../random.ts'
import { defineOperator, Finite } from '../operator.ts'
import { tidy } from '../tidy.ts'

/** Draws before the range is called unreachable; 1 in 1000 hits with a chance of 1 - 1e-8 by then. */
const TRIES = 20_000

export const normal = defineOperator({
  name: '$normal',
  doc: 'A number from a bell curve, cut off at a lowest and a highest value.',
  args: z
    .strictObject({
      mean: Finite.describe('The middle of the bell.'),
      sd: Finite.min(0).describe('Standard deviation: two thirds lie within one of the mean.'),
      min: Finite.optional().describe('None is lower; default is 3 standard deviations down.'),
      max: Finite.optional().describe('None is higher; default is 3 standard deviations up.'),
    })
    .refine(
      ({ mean, sd, min = mean - 3 * sd, max = mean + 3 * sd }) => min <= max,
      'must have its `min` below its `max`',
    ),
  example: { $normal: { mean: 1.7, sd: 0.1, min: 1.5, max: 2 } },
  cast({ mean, sd, min = mean - 3 * sd, max = mean + 3 * sd }, { random, record, fail }) {
    for (let tries = 0; tries < TRIES; tries++) {
      const value = tidy(mean + sd * bell(random))
      if (value < min || value > max) continue
      record(value)
      return value
    }
    return fail(`leaves next to nothing of the bell between ${min} and ${max}`, {
      hint: 'move `mean` into the range, or use `$uniform`',
    })
  },
})

/** Standard normal, by Box and Muller. */
function bell(random: Random): number {
  const [u, v] = [1 - random.unit(), random.unit()]
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
}
