import { join } from 'node:path'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { openJsonList } from '../text-file.ts'
import { anywhere, offRate, profileOf, wholeOf } from '../window.ts'

/**
 * VideoX-Fun. An entry without `type` is taken for an image. It takes min(N, length // stride) frames, every stride-th one, from
 * a frame that it draws: 161 frames give 80 of the 81 at its stride of 2.
 *
 * Source: aigc-apps/VideoX-Fun, videox_fun/data/dataset_image_video.py.
 */
export const videoxFun: Target = {
  doc: 'VideoX-Fun; its stride brings clips to the rate of the model.',
  files:
    'metadata.json (file_path, text, type, width, height[, control_file_path]), clips/<id>.mp4',
  models: ['wan', 'wan22-5b', 'cogvideox', 'cogvideox15'],
  window(shape, model) {
    if (!model) return wholeOf(shape)
    const stride = shape.fps / model.fps
    if (!Number.isInteger(stride)) return offRate(shape, model)
    const taken = Math.floor(shape.num_frames / stride)
    if (taken < model.frames)
      return {
        reason: `${shape.num_frames} frames give ${taken} at stride ${stride}, and ${model.frames} are needed`,
        render: profileOf(model),
      }
    return anywhere(shape, (model.frames - 1) * stride + 1)
  },
  form: 'default',
  controls: ['depth', 'seg', 'normal', 'edge'],
  async open({ folder, model, controls: [control] }) {
    const list = await openJsonList(folder.path('metadata.json'))
    const strides = new Set<number>()
    return {
      async add({ row, folder: clip, texts }) {
        await putMedia(join(clip, 'video.mp4'), folder.path(`clips/${row.id}.mp4`))
        if (control)
          await putMedia(
            join(clip, `preview/${control}.mp4`),
            folder.path(`${control}/${row.id}.mp4`),
          )
        if (model) strides.add(row.fps / model.fps)
        await list.add(
          JSON.stringify({
            file_path: `clips/${row.id}.mp4`,
            ...(control && { control_file_path: `${control}/${row.id}.mp4` }),
            text: texts[0],
            type: 'video',
            width: row.width,
            height: row.height,
          }),
        )
      },
      async finish() {
        await list.close()
        const paths = `--train_data_dir=${folder.final} --train_data_meta=${join(folder.final, 'metadata.json')}`
        return [...strides]
          .sort((a, b) => a - b)
          .map(
            (stride) =>
              `${paths} --video_sample_stride=${stride} --video_sample_n_frames=${model?.frames}` +
              (strides.size > 1 ? ` (for clips of ${stride * (model?.fps ?? 0)} fps)` : ''),
          )
      },
    }
  },
}
