import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const truck = defineRig({
  kind: 'truck',
  doc: 'The camera moves to a side without turning.',
  fields: {
    to: z.enum(['left', 'right']).describe('To which side.'),
    amount: amountOf(0.005, 20, 0.4, 'Share of the distance to the subject.'),
  },
  moves: ['truck'],
  shift: ({ to, amount }, share, { distance }) => ({
    travel: [0, (to === 'right' ? amount : -amount) * share * distance, 0],
  }),
})
