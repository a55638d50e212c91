import { z } from 'zod'
import { Vec3 } from '../../schema/values.ts'
import { subtract } from '../../take/pose.ts'
import { smoothLine } from '../../take/path.ts'
import { towards } from '../camera-pose.ts'
import { defineRig } from './rig.ts'

/** Share of the way over which it turns from where it looked to where it flies. */
const TURNING = 0.15

export const flyThrough = defineRig({
  kind: 'fly-through',
  doc: 'The camera flies along a smooth line through points, from where it is, and looks where it flies.',
  fields: {
    points: z
      .array(Vec3)
      .min(1)
      .max(200)
      .describe('Where it flies through, metres: a smooth line (centripetal Catmull-Rom).'),
    look: z
      .enum(['ahead', 'subject'])
      .default('ahead')
      .describe('It looks where it flies, or at the subject all the time.'),
  },
  moves: ['place'],
  carry: ({ points, look }, { start, subject }) => {
    const line = smoothLine([start.position, ...points], false)
    return (t, share) => {
      const { point, direction } = line.at(line.length * share)
      const ahead = look === 'subject' ? subtract(subject(t), point) : direction
      const { yaw, pitch } = towards([0, 0, 0], ahead)
      const x = look === 'subject' ? 1 : Math.min(share / TURNING, 1)
      const turned = x * x * (3 - 2 * x)
      const round = ((((yaw - start.yaw + 180) % 360) + 360) % 360) - 180
      return {
        ...start,
        position: point,
        yaw: start.yaw + round * turned,
        pitch: start.pitch + (pitch - start.pitch) * turned,
      }
    }
  },
})
