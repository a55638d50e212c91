import { open } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { parse } from 'jsonc-parser'
import type { ClipEntry } from '#renderer/studio'
import { clipFolderOf } from '../reel/layout.ts'
import { clipsFolder, type Packed, readShards } from '../reel/shards.ts'
import { openUnpacked, type Unpacked } from '../reel/unpacked.ts'
import type { FoundFiles } from './find.ts'
import { type Piece, wholeFile } from './piece.ts'

/** A clip as it lies: in a folder of its own, or in a tar of its reel. */
export interface ShownClip {
  /** By which it is known as long as it lies there. */
  place: string
  entry: Omit<ClipEntry, 'id'>
  /** Where a file of it lies; undefined when it has none of that name. */
  piece(name: string): Promise<Piece | undefined>
  /** A folder with its files. Of a clip in a tar it goes when many others were asked for. */
  folder(): Promise<string>
}

/** Finds clips; what was taken out of tars for one look serves the next. */
export interface Clips {
  /** @param root the folder in which all that was found lies */
  in(root: string, found: Pick<FoundFiles, 'clips' | 'reels'>): Promise<ShownClip[]>
}

export function openClips(): Clips {
  const reels = new Map<string, { packed: Map<string, Packed>; unpacked: Unpacked }>()

  const inTars = async (reel: string): Promise<Lying[]> => {
    const { clips } = await readShards(reel)
    const known = reels.get(reel)
    const packed = known?.packed ?? new Map<string, Packed>()
    const unpacked = known?.unpacked ?? openUnpacked(reel, { clips: packed })
    reels.set(reel, { packed, unpacked })
    for (const [id, one] of clips) packed.set(id, one)
    return [...clips.values()].map((one) => lyingInTar(reel, one, unpacked))
  }

  return {
    async in(root, { clips, reels: found }) {
      const folders = new Set(clips)
      const all: Lying[] = clips.map(lyingInFolder)
      for (const reel of found)
        for (const one of await inTars(reel))
          // Whoever packs a clip takes its folder away a moment later.
          if (!folders.has(clipFolderOf(reel, one.id))) all.push(one)
      return titled(root, all)
    },
  }
}

interface Lying extends Omit<ShownClip, 'entry'> {
  id: string
}

function lyingInFolder(folder: string): Lying {
  return {
    id: basename(folder),
    place: folder,
    piece: (name) => wholeFile(join(folder, name)).catch(() => undefined),
    folder: () => Promise.resolve(folder),
  }
}

function lyingInTar(reel: string, { id, tar, files }: Packed, unpacked: Unpacked): Lying {
  const file = join(clipsFolder(reel), tar)
  return {
    id,
    place: join(file, id),
    async piece(name) {
      const [from, bytes] = files[name] ?? []
      if (from === undefined || bytes === undefined) return undefined
      return { file, name, from, bytes }
    },
    async folder() {
      await unpacked.ask(id)
      return unpacked.folderOf(id)
    },
  }
}

/** By and by: of a reel of thousands not all files can be open at a time. */
async function titled(root: string, clips: readonly Lying[]): Promise<ShownClip[]> {
  const shown: ShownClip[] = []
  for (let i = 0; i < clips.length; i += AT_ONCE)
    shown.push(...(await Promise.all(clips.slice(i, i + AT_ONCE).map((one) => title(root, one)))))
  return shown
}

const AT_ONCE = 64

/** The scene, the seed and the caption. A manifest begins with them; the hashes of all its frames need not be read. */
async function title(root: string, { id, ...lying }: Lying): Promise<ShownClip> {
  // Of a text that breaks off the parser gives what it could read.
  const head = parse(await textOf(lying, 'manifest.json', 512)) as
    | Record<string, unknown>
    | undefined
  const { scene, seed } = head ?? {}
  const entry = {
    name: typeof scene === 'string' ? scene : id,
    ...(typeof seed === 'number' && { seed }),
    file: relative(root, lying.place) || id,
    caption: (await textOf(lying, 'caption.txt', 4096)).trim(),
  }
  return { ...lying, entry }
}

/** The beginning of a file; nothing where it cannot be read. */
async function textOf(clip: Pick<Lying, 'piece'>, name: string, most: number): Promise<string> {
  const piece = await clip.piece(name)
  const file = piece && (await open(piece.file).catch(() => undefined))
  if (!piece || !file) return ''
  try {
    const length = Math.min(most, piece.bytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, piece.from)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
