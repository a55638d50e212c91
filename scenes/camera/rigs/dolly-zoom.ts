import { z } from 'zod'
import { amountOf, defineRig } from './rig.ts'

export const dollyZoom = defineRig({
  kind: 'dolly-zoom',
  doc: 'The camera moves in while it zooms out, or out while it zooms in: the subject keeps its size, the background does not.',
  fields: {
    to: z.enum(['in', 'out']).describe('Where the camera itself moves.'),
    amount: amountOf(0.005, 20, 0.35, 'Share of the distance to the subject.'),
  },
  moves: ['dolly', 'zoom'],
  shift: ({ to, amount }, share, { distance, start }) => {
    const way = (to === 'in' ? amount : -amount) * share * distance
    // The size of what was in the middle goes with focal length over depth.
    const depth = distance - way * Math.cos((start.pitch * Math.PI) / 180)
    return { travel: [way, 0, 0], zoom: Math.max(depth / distance, 1e-3) }
  },
})
