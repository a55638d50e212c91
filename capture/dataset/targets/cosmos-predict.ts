import { join } from 'node:path'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { writeText } from '../text-file.ts'
import { anywhere, profileOf, short, wholeOf } from '../window.ts'

/**
 * NVIDIA Cosmos-Predict 2 and 2.5. It begins at a random frame below length - N: of N frames exactly there is none, the clip is skipped
 * without a word, and a set of such clips recurses for ever.
 *
 * Source: nvidia-cosmos/cosmos-predict2.5, cosmos_predict2/_src/predict2/datasets/local_datasets/dataset_video.py.
 */
export const cosmosPredict: Target = {
  doc: 'NVIDIA Cosmos-Predict 2 and 2.5; it begins anywhere, and needs a frame more than it takes.',
  files: 'videos/<id>.mp4, metas/<id>.txt',
  models: ['cosmos'],
  window(shape, model) {
    if (!model) return wholeOf(shape)
    if (shape.num_frames <= model.frames) return short(shape, model.frames + 1, profileOf(model))
    return anywhere(shape, model.frames)
  },
  form: 'default',
  open: async ({ folder }) => ({
    async add({ row, folder: clip, texts: [text = ''] }) {
      await putMedia(join(clip, 'video.mp4'), folder.path(`videos/${row.id}.mp4`))
      await writeText(folder.path(`metas/${row.id}.txt`), text)
    },
    finish: async () => [`dataset_dir=${folder.final}`],
  }),
}
