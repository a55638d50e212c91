import { join } from 'node:path'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { writeText } from '../text-file.ts'
import { anywhere, profileOf, short, wholeOf } from '../window.ts'

/**
 * NVIDIA Cosmos-Transfer 2.5: videos with what controls them, in videos of as many frames. Edges and blur it makes itself.
 *
 * Source: nvidia-cosmos/cosmos-transfer2.5,
 * cosmos_transfer2/_src/transfer2/datasets/local_datasets/singleview_dataset.py.
 */
export const cosmosTransfer: Target = {
  doc: 'NVIDIA Cosmos-Transfer 2.5, with depth and segmentation from previews.',
  files: 'videos/<id>.mp4, captions/<id>.json ({"caption"}), depth/<id>.mp4, seg/<id>.mp4',
  models: ['cosmos'],
  window(shape, model) {
    if (!model) return wholeOf(shape)
    if (shape.num_frames < model.frames) return short(shape, model.frames, profileOf(model))
    if (shape.fps < 10 || shape.fps > 60)
      return { reason: `${shape.fps} fps, and 10 to 60 are taken`, render: profileOf(model) }
    return anywhere(shape, model.frames)
  },
  form: 'default',
  controls: ['depth', 'seg'],
  needs: ['depth', 'seg'],
  open: async ({ folder, controls }) => ({
    async add({ row, folder: clip, texts: [caption = ''] }) {
      await putMedia(join(clip, 'video.mp4'), folder.path(`videos/${row.id}.mp4`))
      for (const control of controls)
        await putMedia(
          join(clip, `preview/${control}.mp4`),
          folder.path(`${control}/${row.id}.mp4`),
        )
      await writeText(folder.path(`captions/${row.id}.json`), `${JSON.stringify({ caption })}\n`)
    },
    finish: async () => [`dataset_dir=${folder.final}`],
  }),
}
