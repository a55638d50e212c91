import { z } from 'zod'
import { Share } from '../../schema/values.ts'
import { defineOperator, Later, NOTHING } from '../operator.ts'

export const chance = defineOperator({
  name: '$chance',
  doc: 'One value with a probability, another or none otherwise.',
  args: z.strictObject({
    probability: Share.describe('0 never ... 1 always.'),
    // oxlint-disable-next-line unicorn/no-thenable -- the word of every if; nobody awaits a template
    then: Later.describe('The value in that case.'),
    else: Later.optional().describe('The value otherwise; without one the place stays empty.'),
  }),
  later: ['then', 'else'],
  // oxlint-disable-next-line unicorn/no-thenable -- as above
  example: { $chance: { probability: 0.3, then: 'cloudy', else: 'clear' } },
  cast({ probability, else: otherwise }, { random, later, record }) {
    const isSo = random.unit() < probability
    record(isSo)
    if (isSo) return later(['then'])
    return otherwise === undefined ? NOTHING : later(['else'])
  },
})
