import { z } from 'zod'

/** Sizes, frame rates and lengths that video-model trainers load as they are. */
export const PROFILES = {
  master: { width: 832, height: 480, fps: 24, frames: 129 },
  preview: { width: 640, height: 352, fps: 24, frames: 73 },
  wan: { width: 832, height: 480, fps: 16, frames: 81 },
  'wan22-5b': { width: 1280, height: 704, fps: 24, frames: 121 },
  ltx: { width: 960, height: 544, fps: 24, frames: 121 },
  hunyuan: { width: 960, height: 544, fps: 24, frames: 129 },
  cosmos: { width: 1280, height: 704, fps: 24, frames: 121 },
  cogvideox: { width: 720, height: 480, fps: 8, frames: 49 },
  cogvideox15: { width: 1360, height: 768, fps: 16, frames: 81 },
} as const satisfies Record<string, { width: number; height: number; fps: number; frames: number }>

export type ProfileName = keyof typeof PROFILES
export const PROFILE_NAMES = Object.keys(PROFILES) as [ProfileName, ...ProfileName[]]

const Side = z
  .int()
  .min(32, 'must be at least 32 pixels')
  .max(4096, 'must be at most 4096 pixels')
  .multipleOf(2, 'must be even: 4:2:0 video halves it')

/** The picture that is asked for: pixels, frames per second, number of frames. */
export const Clip = z
  .strictObject({
    width: Side.default(PROFILES.master.width).describe(
      "Pixels, even; a profile's own size or one that divides by 32.",
    ),
    height: Side.default(PROFILES.master.height).describe(
      "Pixels, even; a profile's own size or one that divides by 32.",
    ),
    fps: z
      .int()
      .min(1)
      .max(120)
      .default(PROFILES.master.fps)
      .describe('Frames per second; frame n shows t = n / fps.'),
    frames: z
      .int()
      .min(1, 'must be at least 1 frame')
      .max(7200, 'must be at most 7200 frames')
      .default(PROFILES.master.frames)
      .describe('Number of frames.'),
  })
  .superRefine((clip, context) => {
    if (clip.frames / clip.fps > 60)
      context.addIssue({
        code: 'custom',
        path: ['frames'],
        input: clip.frames,
        message: `a clip is at most 60 seconds long: at ${clip.fps} fps that is ${clip.fps * 60} frames`,
      })
    const own = Object.values(PROFILES).some(
      (p) => p.width === clip.width && p.height === clip.height,
    )
    if (own) return
    for (const side of ['width', 'height'] as const)
      if (clip[side] % 32 !== 0)
        context.addIssue({
          code: 'custom',
          path: [side],
          input: clip[side],
          message: `a custom size divides by 32: try ${Math.max(32, Math.round(clip[side] / 32) * 32)}`,
        })
  })
  .meta({ id: 'clip', description: 'Size, frame rate and length of the clip.' })
export type Clip = z.infer<typeof Clip>
