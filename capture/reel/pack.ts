import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { appendFile, readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { endLine } from '../clip/end-line.ts'
import { writeTrouble } from '../clip/folder.ts'
import { makeFolder } from '../clip/make-folder.ts'
import { clipFolderOf } from './layout.ts'
import { BLOCK, clipsFolder, INDEX_END, memberBytes, type Packed, readShards } from './shards.ts'

/** Bytes of a tar, if clips allow: what loaders and the Hub like. */
export const TAR_BYTES = 1e9

const MANIFEST = 'manifest.json'

/** Moves finished clips of a reel into its tars, one after the other. */
export interface Packer {
  /** The clip's folder is left to whoever calls: it may go once this has resolved. */
  add(id: string): Promise<void>
}

/** @param writer names the tars, for of two that write at once each needs its own */
export async function openPacker(
  reel: string,
  { writer = 'clips', bytes: most = TAR_BYTES }: { writer?: string; bytes?: number } = {},
): Promise<Packer> {
  const folder = clipsFolder(reel)
  await makeFolder(folder)
  const { clips, tars, untold } = await readShards(reel)
  const index = join(folder, `${writer}${INDEX_END}`)
  const isOwn = (tar: string) => tar.replace(/-\d{6}\.tar$/, '') === writer
  let [name, end] = [...tars].filter(([tar]) => isOwn(tar)).at(-1) ?? [`${writer}-000000.tar`, 0]
  const tell = async (packed: Packed) => {
    await endLine(index)
    await appendFile(index, `${JSON.stringify(packed)}\n`)
  }
  // Nobody looks for them any more once the index tells of one behind them.
  for (const packed of untold) if (isOwn(packed.tar)) await tell(packed)
  let turn: Promise<void> = Promise.resolve()

  const add = async (id: string) => {
    if (clips.has(id)) return
    if (end >= most) {
      const number = Number(/-(\d{6})\.tar$/.exec(name)?.[1]) + 1
      ;[name, end] = [`${writer}-${String(number).padStart(6, '0')}.tar`, 0]
    }
    const path = join(folder, name)
    try {
      const packed = await append(clipFolderOf(reel, id), { id, path, name, from: end })
      await tell(packed)
      end = packed.end
    } catch (error) {
      throw writeTrouble(path, error)
    }
  }
  return {
    add: (id) => (turn = turn.then(() => add(id))),
  }
}

/** Puts a clip behind what a tar holds, over its end mark; it is whole again after that. */
async function append(
  clip: string,
  { id, path, name, from }: { id: string; path: string; name: string; from: number },
): Promise<Packed> {
  const tar = pack()
  const flags = existsSync(path) ? 'r+' : 'w'
  const written = pipeline(tar, createWriteStream(path, { flags, start: from, flush: true }))
  // Told where it is awaited; a member that waits for a broken disk would wait for ever.
  written.catch(() => {})
  const files: Packed['files'] = {}
  let end = from
  for (const file of await filesOf(clip)) {
    const { size } = await stat(join(clip, file))
    const head = { name: `${id}/${file}`, size, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) }
    await Promise.race([
      pipeline(createReadStream(join(clip, file)), tar.entry(head)),
      written.then(() => Promise.reject(new Error(`${path} was ended`))),
    ])
    files[file] = [end + BLOCK, size]
    end += memberBytes(size)
  }
  tar.finalize()
  await written
  // Behind it may lie what somebody was killed over.
  await truncate(path, end + 2 * BLOCK)
  return { id, tar: name, end, files }
}

/** The manifest last: without it the rest is no clip. */
async function filesOf(clip: string): Promise<string[]> {
  const entries = await readdir(clip, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(clip.length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file !== MANIFEST)
  return [...names.sort(), MANIFEST]
}
