import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { LOOK_VERSION } from '../clip/clip-id.ts'
import { InputError, messageOf } from '../errors.ts'
import { METADATA_FILE, REEL_FILE } from './layout.ts'
import { nameFrom } from './name.ts'
import { newReel, readReelFile, type ReelHead } from './reel-file.ts'
import { rowOf } from './row-of.ts'
import { Row } from './row.ts'
import { readShards } from './shards.ts'
import { openUnpacked } from './unpacked.ts'

/** A reel that is read. */
export interface Reel {
  folder: string
  file: ReelHead
  /** Whether it has reel.json and metadata.jsonl; else it is made of clips that `render` wrote. */
  isWritten: boolean
  /** Whether clips of it lie in tars: their files are written when they are asked for. */
  isPacked: boolean
  /** How many clips it has. */
  count: number
  /** Ordered by id, whatever order they were finished in. A row is read without opening its clip. */
  clips(): AsyncGenerator<ReelClip>
}

export interface ReelClip {
  row: Row
  /** The row as it is written, where it is. */
  line?: string
  /** Absolute; of a clip in a tar where it lies once it is `ready`. */
  folder: string
  /** Whether it has a file. */
  has(name: string): boolean
  /** To be awaited before its files are read. */
  ready(): Promise<void>
  /** In a tar: its folder does not last. */
  isPacked: boolean
  /** Of a shot that is looked at as a clip: the folder of the whole, and the frame at which it begins there. */
  shot?: { folder: string; from: number }
}

/**
 * Opens a reel, a folder of clips as `render` writes them, or a single clip. Throws an InputError where there is none.
 * Of a reel only ids and places of its rows are held: a hundred thousand clips take some megabytes.
 */
export async function openReel(given: string): Promise<Reel> {
  const folder = resolve(given)
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new InputError(`${given} is not a reel: there is no such folder.`)
  if (existsSync(join(folder, REEL_FILE))) return openRows(folder)
  if (existsSync(join(folder, 'manifest.json')))
    return openFolders(dirname(folder), [basename(folder)])
  const names = clipNames(folder)
  if (names.length > 0) return openFolders(folder, names)
  throw new InputError(
    `${given} is not a reel: it has neither ${REEL_FILE} nor folders of clips.`,
    {
      remedy: 'Name what batch or render wrote.',
    },
  )
}

/** Whether a folder holds clips; a clip alone is one, not many. */
export function isReel(folder: string): boolean {
  return existsSync(join(folder, REEL_FILE)) || clipNames(folder).length > 0
}

function clipNames(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => existsSync(join(folder, name, 'manifest.json')))
}

/** Clips that `render` wrote: their rows are made now. */
async function openFolders(folder: string, names: readonly string[]): Promise<Reel> {
  const clips: ReelClip[] = []
  for (const name of names)
    clips.push({
      row: await rowOf(join(folder, name), { file_name: `${name}/video.mp4` }),
      ...lyingIn(join(folder, name)),
    })
  // Two folders may hold the same clip: the first name comes first.
  clips.sort((a, b) => compare(a.row.id, b.row.id) || compare(a.folder, b.folder))
  return {
    folder,
    isWritten: false,
    isPacked: false,
    file: newReel(
      { name: nameFrom(names.length === 1 ? (names[0] as string) : basename(folder)) },
      LOOK_VERSION,
    ),
    count: clips.length,
    async *clips() {
      yield* clips
    },
  }
}

function lyingIn(folder: string): Pick<ReelClip, 'folder' | 'has' | 'ready' | 'isPacked'> {
  return {
    folder,
    has: (name) => existsSync(join(folder, name)),
    ready: async () => {},
    isPacked: false,
  }
}

async function openRows(folder: string): Promise<Reel> {
  const file = await readReelFile(folder)
  const path = join(folder, METADATA_FILE)
  const index = existsSync(path) ? await indexOf(path) : []
  const shards = await readShards(folder)
  const unpacked = openUnpacked(folder, shards)
  const placeOf = ({ id, file_name }: Row) => {
    const packed = shards.clips.get(id)
    if (!packed) return lyingIn(dirname(join(folder, file_name)))
    return {
      folder: unpacked.folderOf(id),
      has: (name: string) => name in packed.files,
      ready: () => unpacked.ask(id),
      isPacked: true,
    }
  }
  return {
    folder,
    isWritten: true,
    isPacked: shards.clips.size > 0,
    file,
    count: index.length,
    async *clips() {
      if (index.length === 0) return
      const handle = await open(path, 'r')
      try {
        for (const { at, length } of index) {
          const { buffer } = await handle.read(Buffer.alloc(length), 0, length, at)
          const line = buffer.toString('utf8')
          const row = rowIn(line, path)
          yield { row, line, ...placeOf(row) }
        }
      } finally {
        await handle.close()
      }
    },
  }
}

/** A row's id and its bytes in the file. */
interface Entry {
  id: string
  at: number
  length: number
}

/** A last line without its end was being written when somebody was killed: it is no row yet. */
async function indexOf(path: string): Promise<Entry[]> {
  const index: Entry[] = []
  let at = 0
  let left: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10)) {
      const line = bytes.subarray(0, end)
      if (end > 0) index.push({ id: idIn(line, path), at, length: end })
      at += end + 1
      bytes = bytes.subarray(end + 1)
    }
    left = bytes
  }
  return index.sort((a, b) => compare(a.id, b.id))
}

function idIn(line: Buffer, path: string): string {
  const id = /"id":"([^"]+)"/.exec(line.toString('utf8'))?.[1]
  // A slice of the line would keep all of it in memory.
  if (id !== undefined) return Buffer.from(id).toString()
  throw new InputError(`${path} has a row without an id: ${line.toString('utf8').slice(0, 80)}`)
}

function rowIn(text: string, path: string): Row {
  try {
    return Row.parse(JSON.parse(text))
  } catch (cause) {
    const why =
      cause instanceof z.ZodError
        ? cause.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')
        : messageOf(cause)
    throw new InputError(`${path} has a row that is none: ${why}: ${text.slice(0, 80)}`, { cause })
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
