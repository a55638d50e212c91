import { z } from 'zod'

/** Flags that name a part of a clip. */
export const PartOptions = z.strictObject({
  frames: z
    .string()
    .regex(/^\d{1,5}\.\.\d{1,5}$/, 'is the first frame and the one after the last, such as 0..81')
    .optional()
    .describe('Frames that the captions are about, as in 0..81; default is all of the clip.'),
  crop: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5}){3}$/, 'is x,y,width,height in pixels, such as 0,0,480,480')
    .optional()
    .describe('Part of the picture that the captions are about: x,y,width,height in pixels.'),
  window: z.coerce
    .number()
    .int()
    .min(2)
    .max(7200)
    .optional()
    .describe('Tell only what is so in every window of so many frames, wherever it begins.'),
})
export type PartOptions = z.infer<typeof PartOptions>
