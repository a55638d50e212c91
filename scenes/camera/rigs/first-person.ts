import { z } from 'zod'
import { add } from '../../take/pose.ts'
import { towards } from '../camera-pose.ts'
import { defineRig } from './rig.ts'

export const firstPerson = defineRig({
  kind: 'first-person',
  doc: 'The picture is what the subject sees: the camera is where its eyes are and looks ahead of it.',
  fields: {
    height: z
      .number()
      .min(-50)
      .max(50)
      .default(0.7)
      .describe("Metres of the eyes over the subject's middle; 0.7 is a person's."),
    ahead: z
      .number()
      .min(-50)
      .max(50)
      .default(0.25)
      .describe("Metres of the eyes before the subject's middle: outside of its own head."),
  },
  needsSubject: true,
  moves: ['place', 'pan', 'tilt'],
  carry:
    ({ height, ahead }, { start, subject, heading }) =>
    (t) => {
      const [x, , z] = heading(t)
      return {
        ...start,
        position: add(subject(t), [x * ahead, height, z * ahead]),
        ...towards([0, 0, 0], [x, 0, z]),
      }
    },
})
