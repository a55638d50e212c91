import { join } from 'node:path'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { openText } from '../text-file.ts'
import { wholeOf } from '../window.ts'
import { squeezedHead } from './cogvideo.ts'

/**
 * CogKit. A folder of videos with metadata.jsonl in it, one prompt each.
 *
 * Source: THUDM/CogKit, docs of its datasets; frames as in CogVideo's finetune scripts.
 */
export const cogkit: Target = {
  doc: 'CogKit, text to video.',
  files: 'metadata.jsonl (file_name, prompt), <id>.mp4',
  models: ['cogvideox', 'cogvideox15'],
  window: (shape, model) => (model ? squeezedHead(shape, model) : wholeOf(shape)),
  form: 'default',
  async open({ folder }) {
    const list = await openText(folder.path('train/metadata.jsonl'))
    return {
      async add({ row, folder: clip, texts }) {
        const file_name = `${row.id}.mp4`
        await putMedia(join(clip, 'video.mp4'), folder.path(`train/${file_name}`))
        await list.add(`${JSON.stringify({ file_name, prompt: texts[0] })}\n`)
      },
      async finish() {
        await list.close()
        return [`data_root: ${folder.final}`]
      },
    }
  },
}
