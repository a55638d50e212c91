import { z } from 'zod'
import { ClipOptions, SessionOptions, TemplateOptions } from '../options.ts'

/** What batch and plan have in common: a recipe, or a template and how many clips of it. */
export const BatchOptions = z.strictObject({
  count: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Clips in all, instead of what the recipe says; must be given for a template.'),
  profile: ClipOptions.shape.profile,
  size: ClipOptions.shape.size,
  fps: ClipOptions.shape.fps,
  frames: ClipOptions.shape.frames,
  param: TemplateOptions.shape.param,
  lanes: z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .optional()
    .describe('Browsers that draw side by side; default is as many as cores and memory allow.'),
  ...SessionOptions.shape,
  json: z.boolean().default(false).describe('Print the result as JSON on stdout.'),
})

/** Of those who share clips over Redis. */
export const FarmFlags = z.strictObject({
  redis: z
    .string()
    .regex(/^rediss?:\/\//, 'takes redis://host:port')
    .describe('Redis over which clips are shared with workers, as in redis://localhost:6379.'),
  bucket: z
    .string()
    .regex(/^s3:\/\/[^/]+(\/|$)/, 'takes s3://bucket/prefix')
    .optional()
    .describe(
      'S3-compatible storage through which workers hand in clips that share no folder with the batch, as in s3://bucket/prefix.',
    ),
  stalled: z.coerce
    .number()
    .min(1)
    .default(30)
    .describe('Seconds after which the clip of a worker that says nothing goes to another one.'),
})
