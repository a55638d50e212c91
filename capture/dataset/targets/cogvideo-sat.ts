import { join } from 'node:path'
import { InputError } from '../../errors.ts'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { writeText } from '../text-file.ts'
import { centreCropped, offRate, profileOf, wholeOf } from '../window.ts'

/** Frames that it leaves out at the beginning. */
const SKIPPED = 3

/**
 * CogVideo's SAT. A label's path is the video's with every `videos` in it replaced by `labels` and every `.mp4` by `.txt`, from the
 * root of the disk on. It reads the first line of a label, and fails on an empty one. It skips three frames, takes
 * N / rate * fps of them, and every (that // N)-th of those; of a clip that is too short for that it takes more frames a
 * second than it says, or holds the last one.
 *
 * Source: THUDM/CogVideo, sat/data_video.py, `SFTDataset`.
 */
export const cogvideoSat: Target = {
  doc: "CogVideo's SAT trainer; it skips three frames at either end.",
  files: 'videos/<id>.mp4, labels/<id>.txt',
  models: ['cogvideox', 'cogvideox15'],
  window(shape, model) {
    if (!model) return wholeOf(shape)
    const span = Math.floor((model.frames / model.fps) * shape.fps)
    const stride = shape.fps / model.fps
    if (!Number.isInteger(stride)) return offRate(shape, model)
    if (shape.num_frames < SKIPPED + span)
      return {
        reason: `${shape.num_frames} frames, and ${SKIPPED + span} are needed at ${shape.fps} fps`,
        render: profileOf(model, SKIPPED + model.frames),
      }
    const last = SKIPPED + (model.frames - 1) * stride
    return centreCropped({ frames: [SKIPPED, last + 1] }, shape, model)
  },
  form: 'default',
  async open({ folder }) {
    if (/videos|\.mp4/.test(folder.final))
      throw new InputError(
        `CogVideo would look for labels elsewhere: it replaces "videos" and ".mp4" all over the path ${folder.final}.`,
        { remedy: 'Name a folder with --out whose path has neither in it.' },
      )
    return {
      async add({ row, folder: clip, texts: [text = ''] }) {
        await putMedia(join(clip, 'video.mp4'), folder.path(`videos/${row.id}.mp4`))
        await writeText(folder.path(`labels/${row.id}.txt`), `${text}\n`)
      },
      finish: async () => [`train_data: [ "${folder.final}" ]`],
    }
  },
}
