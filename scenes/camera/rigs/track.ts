import { z } from 'zod'
import { add, subtract } from '../../take/pose.ts'
import { swung, towards, type CameraPose } from '../camera-pose.ts'
import { amountOf, defineRig, type Setting } from './rig.ts'

export const track = defineRig({
  kind: 'track',
  doc: 'The camera travels with a moving subject and keeps its place beside (`side`), behind (`tail`), ahead of (`lead`) or high above it (`aerial`), or circles it on the way (`arc`).',
  fields: {
    from: z
      .enum(['side', 'tail', 'lead', 'aerial', 'arc'])
      .describe('Where it keeps to. Tail and lead turn with the subject.'),
    to: z.enum(['left', 'right']).optional().describe('Of `arc`: where the camera itself moves.'),
    amount: amountOf(0.5, 720, 45, 'Of `arc`: degrees about the subject.').optional(),
  },
  needsSubject: true,
  moves: ['place'],
  carry: ({ from, to, amount = 45 }, setting) => {
    const { start, subject } = setting
    const first = subject(setting.from)
    return (t, share) => {
      const now = subject(t)
      const carried = { ...start, position: add(start.position, subtract(now, first)) }
      if (from === 'tail' || from === 'lead')
        return swung(carried, now, turnOfHeading(setting, t), 0)
      if (from !== 'arc') return carried
      return swung(carried, now, (to === 'right' ? amount : -amount) * share, 0)
    }
  },
})

export const panTrack = defineRig({
  kind: 'pan-track',
  doc: 'The camera stands still and turns to a side with a moving subject.',
  fields: {},
  needsSubject: true,
  moves: ['place', 'pan'],
  carry: (_, setting) => (t) => turnedAlong(setting, t, 'yaw'),
})

export const tiltTrack = defineRig({
  kind: 'tilt-track',
  doc: 'The camera stands still and turns up or down with a moving subject.',
  fields: {},
  needsSubject: true,
  moves: ['place', 'tilt'],
  carry: (_, setting) => (t) => turnedAlong(setting, t, 'pitch'),
})

function turnedAlong(
  { start, subject, from }: Setting,
  t: number,
  by: 'yaw' | 'pitch',
): CameraPose {
  const turn = towards(start.position, subject(t))[by] - towards(start.position, subject(from))[by]
  return { ...start, [by]: start[by] + (by === 'yaw' ? wrapped(turn) : turn) }
}

/** Degrees that the camera must go round the subject to keep its place, since the step began; to its right. */
function turnOfHeading({ heading, from }: Setting, t: number): number {
  const [a, b] = [heading(from), heading(t)]
  return (Math.atan2(a[2] * b[0] - a[0] * b[2], a[0] * b[0] + a[2] * b[2]) * 180) / Math.PI
}

function wrapped(angle: number): number {
  return ((((angle + 180) % 360) + 360) % 360) - 180
}
