import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const pan = defineRig({
  kind: 'pan',
  doc: 'The camera turns to a side (yaw) where it stands.',
  fields: {
    to: z.enum(['left', 'right']).describe('Where it turns to.'),
    amount: amountOf(0.1, 360, 30, 'Degrees.'),
  },
  moves: ['pan'],
  shift: ({ to, amount }, share) => ({ turn: [(to === 'right' ? amount : -amount) * share, 0, 0] }),
})
