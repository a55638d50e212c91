import { join } from 'node:path'
import { rowText } from '../../reel/row.ts'
import { cardOf, type CardWriter } from '../card.ts'
import { putMedia } from '../media.ts'
import type { ExportContext, Item, Target, TargetWriter } from '../target.ts'
import { openText, type TextFile } from '../text-file.ts'
import { wholeOrHead } from './whole.ts'

/** Files in a folder: the Hub refuses 10,000. */
const PER_FOLDER = 5000

/**
 * Hugging Face's VideoFolder. `file_name` is a path from where metadata.jsonl is. Nothing else may lie beside the videos:
 * with a .json or .txt for each, the builder is inferred to be one of texts.
 *
 * Source: huggingface/datasets, src/datasets/packaged_modules/folder_based_builder/folder_based_builder.py and load.py.
 */
export const videofolder: Target = {
  doc: "Hugging Face `load_dataset`, the Hub's viewer, finetrainers, FastVideo, CogKit.",
  files: 'README.md (card), data/<split>/metadata.jsonl (all columns), data/<split>/v000/<id>.mp4',
  models: 'any',
  window: wholeOrHead,
  form: 'default',
  async open(context) {
    return writerOf(context, await cardOf(context))
  },
}

function writerOf({ folder, reel }: ExportContext, card: CardWriter): TargetWriter {
  const splits = new Map<string, { file: TextFile; count: number }>()
  const open = async (name: string) => {
    const known = splits.get(name)
    if (known) return known
    const split = { file: await openText(folder.path(`data/${name}/metadata.jsonl`)), count: 0 }
    splits.set(name, split)
    return split
  }
  return {
    async add({ row, folder: clip }: Item) {
      const split = await open(row.split)
      const part = String(Math.floor(split.count++ / PER_FOLDER)).padStart(3, '0')
      const file_name = `v${part}/${row.id}.mp4`
      await putMedia(join(clip, 'video.mp4'), folder.path(`data/${row.split}/${file_name}`))
      await split.file.add(`${rowText({ ...row, file_name })}\n`)
      await card.add(row, clip)
    },
    async finish() {
      const names = [...splits.keys()].sort()
      for (const { file } of splits.values()) await file.close()
      const data_files = names.map((split) => ({
        split,
        path: [`data/${split}/**/*.mp4`, `data/${split}/metadata.jsonl`],
      }))
      await card.write(folder, {
        configs: [{ config_name: 'default', default: true, data_files }],
      })
      return [`load_dataset(${JSON.stringify(folder.final)})`, `Name on the Hub: ${reel.name}`]
    },
  }
}
