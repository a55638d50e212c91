import { join } from 'node:path'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { openText } from '../text-file.ts'
import { centreCropped, isUnfit, plainHead, wholeOf } from '../window.ts'

/**
 * Lightricks' trainers of LTX-Video and LTX-2. Frames are taken as they come, the first 8n + 1 of them; sides divide by 32.
 *
 * Source: Lightricks/LTX-2, packages/ltx-trainer/docs/dataset-preparation.md; Lightricks/LTX-Video-Trainer,
 * docs/dataset-preparation.md.
 */
export const ltx: Target = {
  doc: 'LTX-2 and LTX-Video trainers; frames are taken as they come.',
  files: 'dataset.jsonl (caption, video[, reference_video]), clips/<id>.mp4',
  models: ['ltx'],
  window(shape, model) {
    if (!model) return wholeOf(shape)
    if (shape.width % 32 !== 0 || shape.height % 32 !== 0)
      return {
        reason: `${shape.width}x${shape.height}, and sides must divide by 32`,
        render: '--profile ltx',
      }
    const window = plainHead(shape, model)
    return isUnfit(window) ? window : centreCropped(window, shape, model)
  },
  form: 'default',
  controls: ['depth', 'seg', 'normal', 'edge'],
  async open({ folder, model, controls: [control] }) {
    const list = await openText(folder.path('dataset.jsonl'))
    return {
      async add({ row, folder: clip, texts }) {
        await putMedia(join(clip, 'video.mp4'), folder.path(`clips/${row.id}.mp4`))
        if (control)
          await putMedia(
            join(clip, `preview/${control}.mp4`),
            folder.path(`${control}/${row.id}.mp4`),
          )
        const line = {
          caption: texts[0],
          video: `clips/${row.id}.mp4`,
          ...(control && { reference_video: `${control}/${row.id}.mp4` }),
        }
        await list.add(`${JSON.stringify(line)}\n`)
      },
      async finish() {
        await list.close()
        const bucket = model
          ? ` --resolution-buckets ${model.width}x${model.height}x${model.frames}`
          : ''
        return [`process_dataset.py ${join(folder.final, 'dataset.jsonl')}${bucket}`]
      },
    }
  },
}
