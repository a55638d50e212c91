/**
 * VideoX-Fun's ImageVideoDataset.
 * Mirrors aigc-apps/VideoX-Fun at fda54ed: videox_fun/data/dataset_image_video.py (`get_batch`): `type` defaults to image, frames are
 * min(N, length // stride), the first one is drawn.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linspace, probe, refuse, type Sample } from './sample.ts'

interface Entry {
  file_path: string
  text: string
  type?: string
  width: number
  height: number
  control_file_path?: string
}

export function readVideoxFun(root: string, { stride = 1, frames = 81, start = 0 } = {}): Sample[] {
  const entries = JSON.parse(readFileSync(join(root, 'metadata.json'), 'utf8')) as Entry[]
  return entries.map(({ file_path, text, type = 'image', width, height, control_file_path }) => {
    refuse(type !== 'video', `${file_path} is taken for an image`)
    const video = join(root, file_path)
    const own = probe(video)
    refuse(own.width !== width || own.height !== height, 'another size than is said')
    const taken = Math.min(frames, Math.trunc(own.frames / stride))
    refuse(taken < frames, `${taken} frames, snapped to ${taken - ((taken - 1) % 4)}`)
    const length = Math.min(own.frames, (taken - 1) * stride + 1)
    return {
      video,
      captions: [text],
      frames: linspace(start, start + length - 1, taken),
      ...(control_file_path && { control: join(root, control_file_path) }),
    }
  })
}
