import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const zoom = defineRig({
  kind: 'zoom',
  doc: 'The focal length changes; the camera does not move.',
  fields: {
    to: z.enum(['in', 'out']).describe('In: longer focal length, narrower view.'),
    amount: amountOf(1.001, 20, 1.6, 'Ratio of the longer focal length to the shorter one.'),
  },
  moves: ['zoom'],
  shift: ({ to, amount }, share) => ({ zoom: amount ** (to === 'in' ? share : -share) }),
})
