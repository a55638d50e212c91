import { z } from 'zod'
import { Licence } from '../reel/reel-file.ts'
import { MODEL_NAMES } from './models.ts'
import { CONTROLS } from './target.ts'

/** What may be asked of an export of a reel. */
export const ReelExportOptions = z.strictObject({
  model: z
    .enum(MODEL_NAMES)
    .optional()
    .describe('The model that is trained; default is the one that the target is for.'),
  frames: z.coerce
    .number()
    .int()
    .min(1)
    .max(7200)
    .optional()
    .describe("Frames that the trainer is set to; default is the model's own."),
  caption: z
    .string()
    .min(1)
    .optional()
    .describe(
      'default, short, dense, motion, no_camera, camera, or a mix as in mix:default=.7,short=.2,dense=.1.',
    ),
  prefix: z.string().min(1).optional().describe('Put before every caption: a trigger word.'),
  lang: z.enum(['en', 'zh']).default('en').describe('In which language: English or Chinese.'),
  style: z
    .boolean()
    .default(true)
    .describe('Leave out sentences that tell of the look: "3D animation, soft daylight".'),
  control: z
    .array(z.enum(CONTROLS))
    .optional()
    .describe('Previews that go with the videos, where the target takes such.'),
  keepCuts: z
    .boolean()
    .default(false)
    .describe(
      'Clips with a cut in what is trained on as they are, not taken apart into their shots.',
    ),
  licence: Licence.optional().describe('Under which the clips are given away, as in cc0-1.0.'),
  split: z
    .string()
    .regex(/^[a-z]{1,32}$/, 'is a word in small letters, such as train')
    .optional()
    .describe('Only clips of this split; default is all.'),
})
export type ReelExportOptions = z.infer<typeof ReelExportOptions>
