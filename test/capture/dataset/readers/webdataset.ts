/**
 * Tar shards as Hugging Face and the webdataset library read them, and Energon's split.
 * Mirrors huggingface/datasets at 002f5f6: src/datasets/packaged_modules/webdataset/webdataset.py;
 * webdataset/webdataset at e0953f9: src/webdataset/tariterators.py (`group_by_keys`);
 * NVIDIA/Megatron-Energon at bef8be2: docs/source/basic/data_prep.md.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from 'tar-stream'
import { parse } from 'yaml'
import { probe, range, refuse, type Sample } from './sample.ts'

export async function readWebdataset(root: string, split = 'train'): Promise<Sample[]> {
  const meta = parse(readFileSync(join(root, '.nv-meta/split.yaml'), 'utf8')) as {
    split_parts: Record<string, string[]>
  }
  const parts = meta.split_parts[split === 'validation' ? 'val' : split] ?? []
  const shards = readdirSync(join(root, 'shards'))
    .filter((name) => name.startsWith(`${split}-`))
    .sort()
  refuse(
    parts.join() !== shards.map((name) => `shards/${name}`).join(),
    'Energon would read other shards',
  )
  const samples: Sample[] = []
  for (const shard of shards) samples.push(...(await samplesIn(join(root, 'shards', shard))))
  return samples
}

async function samplesIn(path: string): Promise<Sample[]> {
  const groups: { key: string; fields: Map<string, Buffer> }[] = []
  const tar = extract()
  tar.end(readFileSync(path))
  for await (const entry of tar) {
    const { name, mtime, uid, gid } = entry.header
    refuse(mtime?.getTime() !== 0 || uid !== 0 || gid !== 0, `${name} tells who wrote it, and when`)
    const match = /^((?:.*\/|)[^.]+)[.]([^/]*)$/.exec(name)
    const chunks: Buffer[] = []
    for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk)
    if (!match) continue
    const [, key = '', field = ''] = match
    const last = groups.at(-1)
    const group = last?.key === key ? last : { key, fields: new Map<string, Buffer>() }
    if (group !== last) {
      refuse(
        groups.some((one) => one.key === key),
        `the files of ${key} do not lie side by side`,
      )
      groups.push(group)
    }
    refuse(group.fields.has(field), `duplicate file name in tar file ${field}`)
    group.fields.set(field, Buffer.concat(chunks))
  }
  const keysOf = (group: (typeof groups)[number]) => [...group.fields.keys()].join()
  refuse(
    groups.some((group) => keysOf(group) !== keysOf(groups[0] as (typeof groups)[number])),
    "the files in the archive don't share the same prefix or the same types",
  )
  return groups.map(({ fields }) => {
    const video = fields.get('mp4')
    if (!video) throw new Error('no mp4')
    const row = JSON.parse(String(fields.get('json'))) as { caption: string }
    const text = String(fields.get('txt'))
    refuse(row.caption !== text, 'json and txt tell different things')
    return { video: new Uint8Array(video), captions: [text], frames: range(0, probe(video).frames) }
  })
}
