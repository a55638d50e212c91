import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const arc = defineRig({
  kind: 'arc',
  doc: 'The camera circles its subject on the level and goes on looking at it. Left is clockwise seen from above.',
  fields: {
    to: z.enum(['left', 'right']).describe('Where the camera itself moves.'),
    amount: amountOf(0.5, 720, 45, 'Degrees about the subject.'),
  },
  moves: ['pan', 'truck'],
  shift: ({ to, amount }, share) => ({
    around: [(to === 'right' ? amount : -amount) * share, 0],
  }),
})
