import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const dolly = defineRig({
  kind: 'dolly',
  doc: 'The camera moves forward or backward over the ground, along its level heading; no zoom.',
  fields: {
    to: z.enum(['in', 'out']).describe('Forward or backward.'),
    amount: amountOf(0.005, 20, 0.4, 'Share of the distance to the subject.'),
  },
  moves: ['dolly'],
  shift: ({ to, amount }, share, { distance }) => ({
    travel: [(to === 'in' ? amount : -amount) * share * distance, 0, 0],
  }),
})
