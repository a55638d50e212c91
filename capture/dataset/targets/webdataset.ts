import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { rowText } from '../../reel/row.ts'
import { cardOf } from '../card.ts'
import { openTar, type Tar } from '../tar.ts'
import type { ExportContext, Item, Target, TargetWriter } from '../target.ts'
import { wholeOrHead } from './whole.ts'

/** Bytes in a shard: Hugging Face advises a gigabyte. */
const PER_SHARD = 1e9

/**
 * WebDataset shards, which Hugging Face, the webdataset library and NVIDIA's Energon read. A sample is the members up to
 * the first dot of their names: they lie side by side, and every sample has the same three. The index of Energon is a
 * matter of its version: `energon prepare` makes it.
 *
 * Source: huggingface/datasets, src/datasets/packaged_modules/webdataset/webdataset.py; webdataset/webdataset,
 * src/webdataset/tariterators.py; NVIDIA/Megatron-Energon, docs/source/basic/data_prep.md.
 */
export const webdataset: Target = {
  doc: 'Hugging Face and webdataset from tar shards; NVIDIA Energon after `energon prepare`.',
  files:
    'shards/<split>-000000.tar (<id>.mp4, <id>.txt, <id>.json), .nv-meta/{dataset,split}.yaml, README.md',
  models: 'any',
  window: wholeOrHead,
  form: 'default',
  async open(context) {
    const card = await cardOf(context)
    const { add, close } = shardsIn(context)
    return {
      async add(item) {
        await add(item)
        await card.add(item.row, item.folder)
      },
      async finish() {
        const shards = await close()
        const { folder, reel } = context
        const dataset = {
          __module__: 'megatron.energon',
          __class__: 'CrudeWebdataset',
          subflavors: { source: reel.name },
        }
        const named = Object.fromEntries(
          [...shards].map(([split, files]) => [split === 'validation' ? 'val' : split, files]),
        )
        await folder.write('.nv-meta/dataset.yaml', stringify(dataset))
        await folder.write('.nv-meta/split.yaml', stringify({ exclude: [], split_parts: named }))
        const data_files = [...shards.keys()].map((split) => ({
          split,
          path: `shards/${split}-*.tar`,
        }))
        const configs = [{ config_name: 'default', default: true, data_files }]
        await card.write(folder, { configs })
        const parts = [...shards.keys()].map(
          (split) => `--split-parts '${split === 'validation' ? 'val' : split}:shards/${split}-.*'`,
        )
        return [`Energon: energon prepare . ${parts.join(' ')}`]
      },
    }
  },
}

function shardsIn({ folder }: ExportContext): Pick<TargetWriter, 'add'> & {
  close(): Promise<Map<string, string[]>>
} {
  const open = new Map<string, { tar: Tar; bytes: number; files: string[] }>()
  const shardFor = async (split: string, bytes: number) => {
    const known = open.get(split)
    if (known && known.bytes + bytes <= PER_SHARD) return known
    await known?.tar.close()
    const files = known?.files ?? []
    const name = `shards/${split}-${String(files.length).padStart(6, '0')}.tar`
    const shard = { tar: await openTar(folder.path(name)), bytes: 0, files: [...files, name] }
    open.set(split, shard)
    return shard
  }
  return {
    async add({ row, folder: clip, texts }: Item) {
      const video = join(clip, 'video.mp4')
      const { size } = await stat(video)
      const shard = await shardFor(row.split, size)
      shard.bytes += size
      await shard.tar.add(`${row.id}.mp4`, await readFile(video))
      await shard.tar.add(`${row.id}.txt`, texts[0] ?? '')
      await shard.tar.add(`${row.id}.json`, rowText({ ...row, file_name: `${row.id}.mp4` }))
    },
    async close() {
      for (const { tar } of open.values()) await tar.close()
      return new Map(
        [...open].sort(([a], [b]) => (a < b ? -1 : 1)).map(([split, { files }]) => [split, files]),
      )
    },
  }
}
