import { z } from 'zod'
import {
  ANGLE_WORDS,
  isWhole,
  LENS,
  PLACE_WORDS,
  SIDE_WORDS,
  SIZE_WORDS,
} from '../camera/framing/scale.ts'
import { Id } from './values.ts'

export const Frame = z
  .strictObject({
    subject: z
      .union([Id, z.array(Id).min(1).max(8)])
      .describe(
        'The actor that the shot is about, or several that are framed together: in `medium close-up` and wider.',
      ),
    size: z
      .enum(SIZE_WORDS)
      .default('full')
      .describe(
        'How much of the subject fills the picture; from `medium full` on a person is framed from the top.',
      ),
    angle: z
      .enum(ANGLE_WORDS)
      .default('level')
      .describe(
        "From how high it is looked at. A `worm's eye` view goes with `medium full` and closer.",
      ),
    side: z
      .enum(SIDE_WORDS)
      .default('front')
      .describe('The side of the subject that is seen, as it heads when the shot begins.'),
    place: z.enum(PLACE_WORDS).default('centre').describe('Where in the picture the subject is.'),
    lens: z
      .number()
      .min(LENS.shortest)
      .max(LENS.longest)
      .optional()
      .describe(
        'Focal length on full frame (36 x 24 mm), millimetres; without it one that fits is taken, 35 first, for faces 70.',
      ),
    dutch: z
      .number()
      .min(-60)
      .max(60)
      .default(0)
      .describe(
        'Degrees that the picture leans; positive leans its top to the right. From 15 on it is a Dutch angle.',
      ),
  })
  .superRefine((frame, context) => {
    if (frame.angle === "worm's eye" && isWhole(frame.size))
      context.addIssue({
        code: 'custom',
        path: ['size'],
        input: frame.size,
        message:
          "must be `medium full` or closer with a `worm's eye` angle: take that, or a `low` angle",
      })
    const many = Array.isArray(frame.subject) && frame.subject.length > 1
    if (many && (frame.size === 'close-up' || frame.size === 'extreme close-up'))
      context.addIssue({
        code: 'custom',
        path: ['size'],
        input: frame.size,
        message:
          'must be `medium close-up` or wider for several actors: take that, or one `subject`',
      })
  })
  .meta({
    id: 'frame',
    description:
      'How the shot begins, in the words of film: the camera finds a place for it with a free view that holds as long as the shot lasts.',
    examples: [{ subject: 'ball', size: 'medium', angle: 'high', side: 'front right' }],
  })
export type Frame = z.infer<typeof Frame>
