import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { openText } from '../text-file.ts'
import { centreCropped, isUnfit, plainHead, wholeOf } from '../window.ts'

/**
 * DiffSynth-Studio. It takes frames as they come, whatever their rate, and cuts what is over of the picture's sides. Paths
 * are from `--dataset_base_path`.
 *
 * Source: modelscope/DiffSynth-Studio, diffsynth/core/data/unified_dataset.py and operators.py.
 */
export const diffsynth: Target = {
  doc: 'DiffSynth-Studio; it takes frames as they come, so that clips must have the rate of its model.',
  files: 'metadata.csv (video, prompt[, control_video]), clips/<id>.mp4',
  models: ['wan', 'wan22-5b', 'ltx', 'hunyuan'],
  window(shape, model) {
    if (!model) return wholeOf(shape)
    const window = plainHead(shape, model)
    return isUnfit(window) ? window : centreCropped(window, shape, model)
  },
  form: 'default',
  controls: ['depth', 'seg', 'normal', 'edge'],
  async open({ folder, model, controls: [control] }) {
    const table = await openText(folder.path('metadata.csv'))
    const line = (cells: string[]) => table.add(stringify([cells], { record_delimiter: '\n' }))
    await line(['video', 'prompt', ...(control ? ['control_video'] : [])])
    return {
      async add({ row, folder: clip, texts: [text = ''] }) {
        await putMedia(join(clip, 'video.mp4'), folder.path(`clips/${row.id}.mp4`))
        if (control)
          await putMedia(
            join(clip, `preview/${control}.mp4`),
            folder.path(`${control}/${row.id}.mp4`),
          )
        await line([`clips/${row.id}.mp4`, text, ...(control ? [`${control}/${row.id}.mp4`] : [])])
      },
      async finish() {
        await table.close()
        const size = model
          ? ` --height ${model.height} --width ${model.width} --num_frames ${model.frames}`
          : ''
        const keys = control ? ' --data_file_keys video,control_video' : ''
        return [
          `--dataset_base_path ${folder.final} --dataset_metadata_path ${join(folder.final, 'metadata.csv')}${size}${keys}`,
        ]
      },
    }
  },
}
