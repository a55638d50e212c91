import { join } from 'node:path'
import { putMedia } from '../media.ts'
import type { NamedModel } from '../models.ts'
import type { Target } from '../target.ts'
import { openText } from '../text-file.ts'
import {
  offRate,
  profileOf,
  type Shape,
  short,
  type Unfit,
  wholeOf,
  type Window,
} from '../window.ts'

/**
 * CogVideo's finetuning scripts, and finetrainers, from lists of lines: as many prompts as videos, none of them empty. It takes every
 * (length // N)-th frame, the first N of those, and squeezes the picture into the model's size.
 *
 * Source: THUDM/CogVideo, finetune/datasets/utils.py, `load_prompts` and `preprocess_video_with_resize`.
 */
export const cogvideo: Target = {
  doc: "CogVideo's finetune scripts and finetrainers' lists; pictures are squeezed to the model's size.",
  files: 'prompts.txt, videos.txt (as many lines), videos/<id>.mp4',
  models: ['cogvideox', 'cogvideox15'],
  window: (shape, model) => (model ? squeezedHead(shape, model) : wholeOf(shape)),
  form: 'default',
  async open({ folder }) {
    const prompts = await openText(folder.path('prompts.txt'))
    const videos = await openText(folder.path('videos.txt'))
    return {
      async add({ row, folder: clip, texts }) {
        await putMedia(join(clip, 'video.mp4'), folder.path(`videos/${row.id}.mp4`))
        await prompts.add(`${texts[0]}\n`)
        await videos.add(`videos/${row.id}.mp4\n`)
      },
      async finish() {
        await prompts.close()
        await videos.close()
        return [
          `--data_root ${folder.final} --caption_column prompts.txt --video_column videos.txt`,
        ]
      },
    }
  },
}

/** What CogVideo and CogKit look at. */
export function squeezedHead(shape: Shape, model: NamedModel): Window | Unfit {
  const { width, height, num_frames, fps } = shape
  const stride = Math.floor(num_frames / model.frames)
  if (stride === 0) return short(shape, model.frames, profileOf(model))
  if (fps / stride !== model.fps) return offRate({ ...shape, fps: fps / stride }, model)
  if (Math.abs(width / height / (model.width / model.height) - 1) > 0.02)
    return {
      reason: `${width}x${height} would be squeezed to ${model.width}x${model.height}`,
      render: profileOf(model),
    }
  return { frames: [0, (model.frames - 1) * stride + 1] }
}
