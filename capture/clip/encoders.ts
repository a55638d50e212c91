import { mkdirSync } from 'node:fs'
import { idsArguments, videoArguments } from '../encode/arguments.ts'
import { type Encoder, openEncoder } from '../encode/encoder.ts'
import type { RenderOptions } from '../options.ts'
import type { Crew } from './crew.ts'
import type { ClipFolder } from './folder.ts'
import type { ClipPlan } from './plan.ts'

/** Starts one ffmpeg for the video, and one for the ids when they are wanted. */
export function openEncoders(
  { scene }: ClipPlan,
  { crf, passes }: RenderOptions,
  folder: ClipFolder,
  { ffmpeg, signal }: Crew,
): { video: Encoder; ids?: Encoder } {
  const video = openEncoder(
    ffmpeg.path,
    videoArguments({ ...scene.clip, crf }, folder.path('video.mp4')),
    signal,
  )
  if (!passes.includes('instance')) return { video }
  mkdirSync(folder.path('passes'), { recursive: true })
  return {
    video,
    ids: openEncoder(
      ffmpeg.path,
      idsArguments(scene.clip, folder.path('passes/instance.mkv')),
      signal,
    ),
  }
}
