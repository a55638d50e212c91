import { join } from 'node:path'
import { stringify } from 'smol-toml'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { openText, type TextFile } from '../text-file.ts'
import { resampledHead, wholeOf } from '../window.ts'

/**
 * musubi-tuner. `source_fps` must have a decimal point, or it is not heeded and the video is taken as slow motion; it is
 * said of all videos of a list, so that there is a list for each rate. `control_path` is in every line or in none.
 *
 * Source: kohya-ss/musubi-tuner, docs/dataset_config.md.
 */
export const musubi: Target = {
  doc: 'musubi-tuner; it comes down to the frame rate of its model.',
  files:
    'dataset.toml, dataset_<fps>fps.jsonl (video_path, caption[, control_path]; absolute), clips/<id>.mp4',
  models: ['wan', 'hunyuan'],
  window: (shape, model) => (model ? resampledHead(shape, model) : wholeOf(shape)),
  form: 'default',
  controls: ['depth', 'seg', 'normal', 'edge'],
  async open({ folder, model, controls: [control] }) {
    const lists = new Map<number, TextFile>()
    const nameOf = (fps: number) => `dataset_${fps}fps.jsonl`
    return {
      async add({ row, folder: clip, texts }) {
        const list = lists.get(row.fps) ?? (await openText(folder.path(nameOf(row.fps))))
        lists.set(row.fps, list)
        await putMedia(join(clip, 'video.mp4'), folder.path(`clips/${row.id}.mp4`))
        if (control)
          await putMedia(
            join(clip, `preview/${control}.mp4`),
            folder.path(`${control}/${row.id}.mp4`),
          )
        const line = {
          video_path: join(folder.final, `clips/${row.id}.mp4`),
          caption: texts[0],
          ...(control && { control_path: join(folder.final, `${control}/${row.id}.mp4`) }),
        }
        await list.add(`${JSON.stringify(line)}\n`)
      },
      async finish() {
        for (const list of lists.values()) await list.close()
        const config = {
          general: {
            resolution: [model?.width ?? 832, model?.height ?? 480],
            batch_size: 1,
            enable_bucket: true,
            bucket_no_upscale: false,
          },
          datasets: [...lists.keys()]
            .sort((a, b) => a - b)
            .map((fps) => ({
              video_jsonl_file: join(folder.final, nameOf(fps)),
              cache_directory: join(folder.final, `cache_${fps}fps`),
              target_frames: [model?.frames ?? 81],
              frame_extraction: 'head',
              source_fps: fps,
            })),
        }
        // A number of JavaScript knows no difference between 24 and 24.0; this reader does.
        const text = stringify(config).replaceAll(/^(source_fps = \d+)$/gm, '$1.0')
        await folder.write('dataset.toml', `${text.trimEnd()}\n`)
        return [`--dataset_config ${join(folder.final, 'dataset.toml')}`]
      },
    }
  },
}
