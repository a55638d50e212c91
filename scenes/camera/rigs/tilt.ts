import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const tilt = defineRig({
  kind: 'tilt',
  doc: 'The camera turns upwards or downwards (pitch) where it stands.',
  fields: {
    to: z.enum(['up', 'down']).describe('Where it turns to.'),
    amount: amountOf(0.1, 170, 20, 'Degrees.'),
  },
  moves: ['tilt'],
  shift: ({ to, amount }, share) => ({ turn: [0, (to === 'up' ? amount : -amount) * share, 0] }),
})
