import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const roll = defineRig({
  kind: 'roll',
  doc: 'The camera turns about its line of sight.',
  fields: {
    to: z.enum(['clockwise', 'counterclockwise']).describe('Which way the camera itself turns.'),
    amount: amountOf(0.1, 360, 20, 'Degrees.'),
  },
  moves: ['roll'],
  shift: ({ to, amount }, share) => ({
    turn: [0, 0, (to === 'clockwise' ? amount : -amount) * share],
  }),
})
