import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { reCamMaster } from '#scenes'
import { readCameras } from '../../verify/stored-clip.ts'
import { putMedia } from '../media.ts'
import type { ExportContext, Item, Target, TargetWriter } from '../target.ts'
import { openText } from '../text-file.ts'
import { short } from '../window.ts'

const FRAMES = 81
/** A partner is drawn from cam01 to cam10: all of them must be there. */
const CAMERAS = 10

/**
 * ReCamMaster: scenes that ten cameras film together. The path of a partner is the video's with every `cam` and its digits
 * replaced.
 *
 * Source: KlingAIResearch/ReCamMaster, train_recammaster.py, `TextVideoDataset` and `TensorDataset`.
 */
export const recammaster: Target = {
  doc: 'ReCamMaster: scenes filmed by ten cameras (`render --camera all`).',
  files:
    'metadata.csv (file_name, text), train/scenes/scene<n>/{videos/cam01.mp4 ..., cameras/camera_extrinsics.json}',
  models: 'any',
  window(shape) {
    if (shape.num_frames < FRAMES) return short(shape, FRAMES, '--profile wan --camera all')
    if (shape.fps !== 15 && shape.fps !== 16)
      return {
        reason: `${shape.fps} fps, and frames are taken as if they were 15`,
        render: '--profile wan --camera all',
      }
    return { frames: [0, FRAMES] }
  },
  form: 'no_camera',
  group: { least: CAMERAS, render: '--camera all' },
  open: async (context) => writerOf(context),
}

async function writerOf({ folder }: ExportContext): Promise<TargetWriter> {
  const table = await openText(folder.path('metadata.csv'))
  const line = (cells: string[]) => table.add(stringify([cells], { record_delimiter: '\n' }))
  await line(['file_name', 'text'])
  let scenes = 0
  let scene: Item[] = []
  const flush = async () => {
    if (scene.length === 0) return
    const within = `scenes/scene${++scenes}`
    const cameras = []
    for (const [i, { folder: clip, texts }] of scene.entries()) {
      const name = `${within}/videos/cam${String(i + 1).padStart(2, '0')}.mp4`
      await putMedia(join(clip, 'video.mp4'), folder.path(`train/${name}`))
      cameras.push(await readCameras(clip))
      await line([name, texts[0] ?? ''])
    }
    const poses = `${JSON.stringify(reCamMaster(cameras))}\n`
    await folder.write(`train/${within}/cameras/camera_extrinsics.json`, poses)
    scene = []
  }
  return {
    async add(item) {
      if (scene[0] && scene[0].row.group !== item.row.group) await flush()
      scene.push(item)
    },
    async finish() {
      await flush()
      await table.close()
      return [
        `--dataset_path ${folder.final} --metadata_path ${join(folder.final, 'metadata.csv')}`,
      ]
    },
  }
}
