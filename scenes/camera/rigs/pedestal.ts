import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const pedestal = defineRig({
  kind: 'pedestal',
  doc: 'The camera rises or sinks straight without turning.',
  fields: {
    to: z.enum(['up', 'down']).describe('It rises or sinks.'),
    amount: amountOf(0.005, 20, 0.4, 'Share of the distance to the subject.'),
  },
  moves: ['pedestal'],
  shift: ({ to, amount }, share, { distance }) => ({
    travel: [0, 0, (to === 'up' ? amount : -amount) * share * distance],
  }),
})
