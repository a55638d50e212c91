import { z } from 'zod'
import { Id } from '../../schema/values.ts'
import { amountOf, defineRig } from './rig.ts'

export const reveal = defineRig({
  kind: 'reveal',
  doc: 'The subject is out of sight at first, beside the picture or behind something, and comes into sight as the camera moves into place.',
  fields: {
    to: z.enum(['left', 'right', 'up', 'down']).describe('Where the camera itself moves.'),
    amount: amountOf(0.05, 20, 0.9, 'Share of the distance to the subject.'),
    behind: Id.optional().describe(
      'The actor that hides it at first; the camera starts behind it.',
    ),
  },
  moves: ['truck', 'pedestal'],
  shift: ({ to, amount, behind }, share, { distance, start, subject, middleOf, from }) => {
    const left = 1 - share
    if (behind === undefined) {
      const way = (to === 'right' || to === 'up' ? -amount : amount) * distance * left
      return { travel: to === 'left' || to === 'right' ? [0, way, 0] : [0, 0, way] }
    }
    // On the far side of it, as seen from the subject, as far from the subject as it will be.
    const [hidden, hider] = [subject(from), middleOf(behind, from)]
    const [x, z] = [hider[0] - hidden[0], hider[2] - hidden[2]]
    const far = Math.hypot(start.position[0] - hidden[0], start.position[2] - hidden[2])
    const scale = far / Math.max(Math.hypot(x, z), 1e-9)
    const [dx, dz] = [
      hidden[0] + x * scale - start.position[0],
      hidden[2] + z * scale - start.position[2],
    ]
    const turn = (start.yaw * Math.PI) / 180
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
    return { travel: [(dx * sin - dz * cos) * left, (dx * cos + dz * sin) * left, 0] }
  },
})
