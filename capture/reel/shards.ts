import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import { InputError, messageOf } from '../errors.ts'

/**
 * Clips in tar files of about a gigabyte, for reels of so many clips that folders are a burden: `clips/<writer>-000000.tar`
 * with members `<id>/<file>`, the manifest last, which makes it a clip. `clips/<writer>.index.jsonl` tells where each lies;
 * what it does not tell is read from the tars.
 */
export interface Shards {
  readonly clips: ReadonlyMap<string, Packed>
  /** Tars by name with the bytes that hold whole clips. */
  readonly tars: ReadonlyMap<string, number>
  /** Clips at the ends of tars that no index tells: whoever wrote them was killed, and whoever goes on writes them down. */
  readonly untold: readonly Packed[]
}

/** Where a clip lies. A line of the index. */
export interface Packed {
  id: string
  tar: string
  /** Where the next clip of that tar begins. */
  end: number
  /** Of each file where it begins and how many bytes it has. */
  files: Record<string, [at: number, bytes: number]>
}

export const BLOCK = 512
const MANIFEST = 'manifest.json'

export function clipsFolder(reel: string): string {
  return join(reel, 'clips')
}

/** Bytes that a member of a tar takes. */
export function memberBytes(bytes: number): number {
  return BLOCK + BLOCK * Math.ceil(bytes / BLOCK)
}

/** What lies in the tars of a reel; nothing where it has none. */
export async function readShards(reel: string): Promise<Shards> {
  const folder = clipsFolder(reel)
  const names = existsSync(folder) ? (await readdir(folder)).sort() : []
  const sizes = new Map(
    names
      .filter((name) => name.endsWith('.tar'))
      .map((name) => [name, statSync(join(folder, name)).size] as const),
  )
  const clips = new Map<string, Packed>()
  const tars = new Map([...sizes.keys()].map((name) => [name, 0]))
  const add = (one: Packed) => {
    clips.set(one.id, one)
    tars.set(one.tar, Math.max(tars.get(one.tar) ?? 0, one.end))
  }
  for (const name of names.filter((one) => one.endsWith(INDEX_END)))
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      // The last line may be half, and a tar may have been taken away.
      const one = line.endsWith('}}') ? (JSON.parse(line) as Packed) : undefined
      if (one && one.end <= (sizes.get(one.tar) ?? -1)) add(one)
    }
  const untold: Packed[] = []
  for (const [tar, size] of sizes)
    for await (const one of scanned(folder, tar, tars.get(tar) ?? 0, size)) untold.push(one)
  for (const one of untold) add(one)
  return { clips, tars, untold }
}

export const INDEX_END = '.index.jsonl'

/** The whole clips of a tar from a place on; whoever is killed while writing leaves a half one. */
async function* scanned(
  folder: string,
  tar: string,
  from: number,
  size: number,
): AsyncGenerator<Packed> {
  // Nothing but the end mark.
  if (size - from <= 2 * BLOCK) return
  const members = extract()
  const read = pipeline(createReadStream(join(folder, tar), { start: from }), members)
  read.catch(() => {})
  let at = from
  let files: Packed['files'] = {}
  try {
    for await (const member of members) {
      const { name, size: bytes } = member.header
      const [, id = '', file = ''] = /^([^/]+)\/(.+)$/.exec(name) ?? []
      member.resume()
      files = { ...files, [file]: [at + BLOCK, bytes] }
      at += memberBytes(bytes)
      if (file !== MANIFEST) continue
      // A member is whole when what comes after it can be: the end mark, at the least.
      if (at <= size) yield { id, tar, end: at, files }
      files = {}
    }
  } catch (error) {
    // A half member at the end; anything else is told by whoever looks for the clips.
    if (!/unexpected end|invalid tar header/i.test(messageOf(error))) throw error
  }
}

/** Writes a clip's files into a folder that is made for them. */
export async function unpack(reel: string, { tar, files }: Packed, folder: string): Promise<void> {
  const from = join(clipsFolder(reel), tar)
  for (const [name, [at, bytes]] of Object.entries(files)) {
    const to = join(folder, name)
    if (!to.startsWith(folder + sep))
      throw new InputError(`${tar} has a file that is not in the folder of its clip: ${name}.`)
    await mkdir(dirname(to), { recursive: true })
    if (bytes === 0) await writeFile(to, '')
    else
      await pipeline(
        createReadStream(from, { start: at, end: at + bytes - 1 }),
        createWriteStream(to),
      )
  }
}
