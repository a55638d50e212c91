import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sweep } from '../clip/folder.ts'
import { clipFolderOf, clipPathOf } from '../reel/layout.ts'
import { rowOf } from '../reel/row-of.ts'
import { rowText } from '../reel/row.ts'
import { readShards } from '../reel/shards.ts'
import { openUnpacked, type Unpacked } from '../reel/unpacked.ts'
import type { PlannedClip } from './planned.ts'

/**
 * Ids of the finished clips: a folder appears under its name when it is complete, so that names tell. What was killed
 * on the way is removed.
 * @param isAlone whether nobody else works on the reel: then all drafts are left-overs, whoever made them
 */
export async function finishedIn(reel: string, isAlone: boolean): Promise<Set<string>> {
  const ids = new Set<string>()
  const clips = join(reel, 'clips')
  for (const shelf of await namesIn(clips)) {
    const folder = join(clips, shelf)
    const names = await namesIn(folder)
    const hidden = names.filter((name) => name.startsWith('.'))
    if (isAlone)
      for (const name of hidden) await rm(join(folder, name), { recursive: true, force: true })
    else if (hidden.length > 0) await sweep(folder)
    for (const name of names) if (!name.startsWith('.')) ids.add(name)
  }
  for (const id of (await readShards(reel)).clips.keys()) {
    // Somebody was killed between the two, or a worker was late.
    if (ids.has(id)) await removeClip(reel, { id })
    ids.add(id)
  }
  return ids
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
}

/** Folders of finished clips, also of those that lie in tars. */
export function openPlaces(reel: string): (id: string) => Promise<string> {
  let unpacked: Promise<Unpacked> | undefined
  return async (id) => {
    const folder = clipFolderOf(reel, id)
    if (existsSync(folder)) return folder
    unpacked ??= readShards(reel).then((shards) => openUnpacked(reel, shards))
    const own = await unpacked
    await own.ask(id)
    return own.folderOf(id)
  }
}

/** The line of a finished clip in metadata.jsonl. @param folder where the clip lies */
export async function rowTextOf(
  folder: string,
  id: string,
  { split, licence }: { split?: string | undefined; licence?: string | undefined },
): Promise<string> {
  const row = await rowOf(folder, {
    file_name: `${clipPathOf(id)}/video.mp4`,
    ...(licence && { license: licence }),
    ...(split && { split }),
  })
  return rowText(row)
}

/** Takes a clip out of a reel: it is gone at once, however long its files take. */
export async function removeClip(reel: string, { id }: Pick<PlannedClip, 'id'>): Promise<void> {
  const folder = clipFolderOf(reel, id)
  const hidden = join(folder, '..', `.${id}.removed`)
  await rename(folder, hidden).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rm(hidden, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}
