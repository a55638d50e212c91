import { join } from 'node:path'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { writeText } from '../text-file.ts'
import { wholeOrHead } from './whole.ts'

/**
 * Each video beside its caption. A caption is one line, without an end: SimpleTuner takes every line for a caption of its
 * own, CogVideo reads the first one only, others read the file as it is.
 *
 * Source: ostris/ai-toolkit, toolkit/dataloader_mixins.py; bghira/SimpleTuner, documentation/DATALOADER.md;
 * tdrussell/diffusion-pipe, utils/dataset.py.
 */
export const paired: Target = {
  doc: 'ai-toolkit, SimpleTuner, diffusion-pipe, musubi-tuner and finetrainers from a folder of pairs.',
  files: 'clips/<id>.mp4, clips/<id>.txt',
  models: 'any',
  window: wholeOrHead,
  form: 'default',
  open: async ({ folder }) => ({
    async add({ row, folder: clip, texts }) {
      await putMedia(join(clip, 'video.mp4'), folder.path(`clips/${row.id}.mp4`))
      await writeText(folder.path(`clips/${row.id}.txt`), texts[0] ?? '')
    },
    finish: async () => [`The folder to name: ${join(folder.final, 'clips')}`],
  }),
}
