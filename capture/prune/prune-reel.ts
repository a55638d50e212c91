import { join } from 'node:path'
import { type FolderKind, openDraft } from '../clip/folder.ts'
import { InputError } from '../errors.ts'
import { putMedia } from '../dataset/media.ts'
import { openText } from '../dataset/text-file.ts'
import { clipPathOf, METADATA_FILE, REEL_FILE } from '../reel/layout.ts'
import { openReel, type Reel } from '../reel/open-reel.ts'
import { reelText } from '../reel/reel-file.ts'
import { rowText } from '../reel/row.ts'
import { readManifest } from '../verify/stored-clip.ts'
import { labelled, type Labelled } from './cells.ts'
import { select, type Selection } from './select.ts'

/** What was left out of a pruned reel, and why. */
export const DROPPED_FILE = 'dropped.jsonl'

const REEL: FolderKind = { name: 'a reel', mark: REEL_FILE }

export interface Pruned {
  folder: string
  selection: Selection
}

/**
 * Writes a smaller reel of the clips that are worth most together; the reel itself is left alone, and files are second names of its
 * own. @param keep a number of clips, or a share as in `10%`
 */
export async function pruneReel(
  from: string,
  keep: string,
  { out, force, signal }: { out: string; force: boolean; signal: AbortSignal },
): Promise<Pruned> {
  const reel = await openReel(from)
  const rows: Labelled[] = []
  for await (const { row } of reel.clips()) rows.push(labelled(row))
  const selection = select(rows, wantedOf(keep, rows.length))
  const folder = await openDraft(out, { force, kind: REEL, areLinksKept: !reel.isPacked })
  try {
    await folder.write(REEL_FILE, reelText(reel.file))
    const dropped = selection.dropped.map((one) => `${JSON.stringify(one)}\n`)
    await folder.write(DROPPED_FILE, dropped.join(''))
    await copyKept(reel, selection, { path: folder.path, signal })
    await folder.commit()
    return { folder: folder.final, selection }
  } catch (error) {
    await folder.discard()
    throw error
  }
}

async function copyKept(
  reel: Reel,
  { kept }: Selection,
  { path, signal }: { path: (name: string) => string; signal: AbortSignal },
): Promise<void> {
  const metadata = await openText(path(METADATA_FILE))
  const done = new Set<string>()
  for await (const { row, folder, ready } of reel.clips()) {
    signal.throwIfAborted()
    if (!kept.has(row.id) || done.has(row.id)) continue
    done.add(row.id)
    await ready()
    const within = clipPathOf(row.id)
    const { files } = await readManifest(folder)
    for (const name of [...Object.keys(files), 'manifest.json'])
      await putMedia(join(folder, name), path(join(within, name)))
    await metadata.add(`${rowText({ ...row, file_name: `${within}/video.mp4` })}\n`)
  }
  await metadata.close()
}

function wantedOf(keep: string, clips: number): number {
  const number = Number.parseInt(keep, 10)
  const wanted = keep.endsWith('%') ? Math.round((number / 100) * clips) : number
  if (wanted >= 1 && wanted <= clips) return wanted
  throw new InputError(`--keep ${keep} is ${wanted} of ${clips} clips.`, {
    remedy: `Keep 1 to ${clips}, or a share such as 10%.`,
  })
}
