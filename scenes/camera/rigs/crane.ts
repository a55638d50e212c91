import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const crane = defineRig({
  kind: 'crane',
  doc: 'The camera circles its subject upwards or downwards and goes on looking at it; straight up is a pedestal.',
  fields: {
    to: z.enum(['up', 'down']).describe('Where the camera itself moves.'),
    amount: amountOf(0.5, 89, 30, 'Degrees about the subject.'),
  },
  moves: ['tilt', 'pedestal'],
  shift: ({ to, amount }, share) => ({ around: [0, (to === 'up' ? amount : -amount) * share] }),
})
