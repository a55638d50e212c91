import { mkdirSync } from 'node:fs'
import type { TruthPassName } from '#renderer/protocol'
import { passArguments, videoArguments } from '../encode/arguments.ts'
import { type Encoder, openEncoder } from '../encode/encoder.ts'
import { PASS_FORMATS } from '../passes/formats.ts'
import type { RenderOptions } from '../options.ts'
import type { Crew } from './crew.ts'
import type { DraftFolder } from './folder.ts'
import type { ClipPlan } from './plan.ts'

export interface ClipEncoders {
  video: Encoder
  passes: Map<TruthPassName, Encoder>
  all: Encoder[]
}

/** Starts one ffmpeg for the video and one for each pass that is wanted. */
export function openEncoders(
  { scene }: ClipPlan,
  { crf, passes }: RenderOptions,
  folder: DraftFolder,
  { ffmpeg, signal }: Crew,
): ClipEncoders {
  const open = (args: string[]) => openEncoder(ffmpeg.path, args, signal)
  const video = open(videoArguments({ ...scene.clip, crf }, folder.path('video.mp4')))
  if (passes.length > 0) mkdirSync(folder.path('passes'), { recursive: true })
  const own = passes.map((pass) => {
    const file = folder.path(`passes/${pass}.mkv`)
    return [pass, open(passArguments(scene.clip, PASS_FORMATS[pass], file))] as const
  })
  return { video, passes: new Map(own), all: [video, ...own.map(([, encoder]) => encoder)] }
}
