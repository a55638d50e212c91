import { z } from 'zod'
import {
  ASPECT_NAMES,
  DOMAINS,
  PROFILE_NAMES,
  PROFILES,
  type Scene,
  Scene as SceneSchema,
  sizeOfAspect,
} from '#scenes'
import { backends } from './browser/gl.ts'
import { TRUTH_PASSES } from './passes/formats.ts'
import { InputError } from './errors.ts'

/** What a session needs to start; it lasts for all its clips. */
export const SessionOptions = z.strictObject({
  gl: z
    .enum(['auto', ...backends])
    .default('auto')
    .describe('Who draws: the fastest that works here, or the one you name.'),
  browser: z
    .string()
    .min(1)
    .optional()
    .describe('Path of the Chrome or Chromium to use; default is the best one found.'),
  recycle: z.coerce
    .number()
    .int()
    .min(1)
    .default(32)
    .describe('Clips after which a browser is replaced by a fresh one.'),
  ffmpeg: z
    .string()
    .min(1)
    .optional()
    .describe('Path of the ffmpeg to use; default is the best one found.'),
})
export type SessionOptions = z.infer<typeof SessionOptions>

/** What the command line may change about the clip; it is written into the stored scene. */
export const ClipOptions = z.strictObject({
  profile: z
    .enum(PROFILE_NAMES)
    .optional()
    .describe("Size, frame rate and length of a model; default is the scene's own."),
  size: z
    .string()
    .regex(/^\d+x\d+$/, 'is width x height, such as 832x480')
    .optional()
    .describe('Width x height in pixels, such as 832x480; each divides by 32.'),
  aspect: z
    .enum(ASPECT_NAMES)
    .optional()
    .describe(
      'Shape of the picture instead of a size: about as many pixels, sides that divide by 32.',
    ),
  fps: z.coerce
    .number()
    .int()
    .min(1)
    .max(120)
    .optional()
    .describe('Frames per second; the action keeps its speed.'),
  frames: z.coerce.number().int().min(1).max(7200).optional().describe('Number of frames.'),
  camera: z
    .string()
    .optional()
    .describe(
      "Id of the camera to film with; default is the scene's first. `all` renders a clip of each.",
    ),
})
export type ClipOptions = z.infer<typeof ClipOptions>

const Seed = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1)

/** Which of a template's scenes is meant. */
export const TemplateOptions = z.strictObject({
  seed: Seed.optional().describe(
    "Which of a template's scenes; default is 0. With --vary, the seed of what varies.",
  ),
  param: z
    .array(z.string().min(1))
    .optional()
    .describe('Parameters of a template, as in count=7 or start=[0,1,2].'),
  vary: z
    .array(z.enum(DOMAINS))
    .optional()
    .describe('What alone is drawn from --seed; all else is as --base has it.'),
  base: Seed.optional().describe('The seed of what does not vary, with --vary; default is 0.'),
})
export type TemplateOptions = z.infer<typeof TemplateOptions>

export const RenderOptions = ClipOptions.extend({
  out: z.string().min(1).default('out').describe("Folder in which the clip's folder appears."),
  name: z
    .string()
    .min(1)
    .optional()
    .describe("Name of the clip's folder; default is <scene>-s<seed>."),
  passes: z
    .array(z.enum(TRUTH_PASSES))
    .default([])
    .describe('Ground truth to keep with the clip, lossless.'),
  previews: z
    .boolean()
    .default(false)
    .describe('Also a video of each pass that control models take: depth, seg, normal, edge.'),
  negatives: z
    .boolean()
    .default(false)
    .describe('Also captions in which one claim is changed and proven false.'),
  pages: z.coerce
    .number()
    .int()
    .min(1)
    .max(4)
    .optional()
    .describe(
      'Pages that draw side by side; default is two, or one for short clips and small machines.',
    ),
  crf: z.coerce
    .number()
    .int()
    .min(0)
    .max(51)
    .default(14)
    .describe('x264 quality: lower is better and bigger.'),
  force: z.boolean().default(false).describe('Replace a clip that is there already.'),
})
export type RenderOptions = z.infer<typeof RenderOptions>

/** The scene with the overrides written in, checked again as a whole. */
export function withOverrides(
  scene: Scene,
  { profile, size, aspect, fps, frames }: ClipOptions,
): Scene {
  if (size !== undefined && aspect !== undefined)
    throw new InputError('--size and --aspect both say how large the picture is: give one of them.')
  const base = profile ? PROFILES[profile] : scene.clip
  const shaped = aspect && sizeOfAspect(aspect, base.width * base.height)
  const [width = shaped?.width, height = shaped?.height] = size?.split('x').map(Number) ?? []
  const asked = { width, height, fps, frames }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const clip = { ...base, ...given }
  const checked = SceneSchema.shape.clip.safeParse(clip)
  if (checked.success) return { ...scene, clip: checked.data }
  const issues = checked.error.issues.map(({ path, message }) => {
    const field = String(path[0])
    return `${field} ${message} (got ${JSON.stringify(clip[field as keyof typeof clip])})`
  })
  throw new InputError(`The clip cannot be that: ${issues.join('; ')}.`)
}

/** Ids of the cameras that a call films with: `all` means each of them, unless one is called so. */
export function camerasAsked(scene: Scene, id: string | undefined): (string | undefined)[] {
  const ids = scene.cameras.map((camera) => camera.id)
  return id === 'all' && !ids.includes('all') ? ids : [id]
}

/** Index of a camera by its id; the first without one. */
export function cameraIndex(scene: Scene, id: string | undefined): number {
  if (id === undefined) return 0
  const index = scene.cameras.findIndex((camera) => camera.id === id)
  if (index !== -1) return index
  const names = scene.cameras.map((camera) => camera.id).join(', ')
  throw new InputError(`The scene "${scene.name}" has no camera "${id}".`, {
    remedy: `Its cameras are: ${names}.`,
  })
}
