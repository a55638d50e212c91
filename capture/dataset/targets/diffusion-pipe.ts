import { join } from 'node:path'
import { stringify } from 'smol-toml'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { openText } from '../text-file.ts'
import { resampledHead, wholeOf } from '../window.ts'

/**
 * diffusion-pipe with several captions for a clip. Whatever in its folder does not end in .txt, .npz, .json, .parquet,
 * .bak or .db is opened as a video: the configuration lies beside the folder. It reads frame i of the model from frame
 * i * fps / rate of the clip.
 *
 * Source: tdrussell/diffusion-pipe, utils/dataset.py and examples/dataset.toml.
 */
export const diffusionPipe: Target = {
  doc: 'diffusion-pipe, with a list of captions for each clip; it comes down to the frame rate of its model.',
  files: 'clips/<id>.mp4, clips/captions.json ({"<id>.mp4": [caption ...]}), dataset.toml',
  models: ['wan', 'wan22-5b', 'hunyuan', 'ltx', 'cosmos'],
  window: (shape, model) => (model ? resampledHead(shape, model) : wholeOf(shape)),
  form: 'default',
  isList: true,
  async open({ folder, model }) {
    const captions = await openText(folder.path('clips/captions.json'))
    let count = 0
    return {
      async add({ row, folder: clip, texts }) {
        await putMedia(join(clip, 'video.mp4'), folder.path(`clips/${row.id}.mp4`))
        const entry = `${JSON.stringify(`${row.id}.mp4`)}:${JSON.stringify(texts)}`
        await captions.add(`${count++ === 0 ? '{\n' : ',\n'}${entry}`)
      },
      async finish() {
        await captions.add('\n}\n')
        await captions.close()
        const config = stringify({
          resolutions: model ? [[model.width, model.height]] : [512],
          enable_ar_bucket: true,
          frame_buckets: [1, ...(model ? [model.frames] : [])],
          directory: [{ path: join(folder.final, 'clips'), num_repeats: 1 }],
        })
        await folder.write('dataset.toml', config)
        return [`dataset = '${join(folder.final, 'dataset.toml')}'`]
      },
    }
  },
}
