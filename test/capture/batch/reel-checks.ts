import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile, type Manifest } from '../../../capture/clip/manifest.ts'
import type { Failure } from '../../../capture/batch/journal.ts'
import type { PlannedClip } from '../../../capture/batch/planned.ts'
import { slotsOf } from '../../../capture/batch/slots.ts'
import { clipFolderOf } from '../../../capture/reel/layout.ts'
import { Row } from '../../../capture/reel/row.ts'

export function linesIn<T>(file: string): T[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as T)
}

export const planIn = (reel: string) => linesIn<PlannedClip>(join(reel, 'plan.jsonl'))
export const failuresIn = (reel: string) => linesIn<Failure>(join(reel, 'failures.jsonl'))
export const rowsIn = (reel: string) =>
  linesIn<unknown>(join(reel, 'metadata.jsonl')).map((row) => Row.parse(row))

/** Names of all that is in the folders of clips. */
export function namesIn(reel: string): string[] {
  const clips = join(reel, 'clips')
  if (!existsSync(clips)) return []
  const shelves = readdirSync(clips, { withFileTypes: true }).filter((one) => one.isDirectory())
  return shelves.flatMap(({ name }) => readdirSync(join(clips, name)))
}

export function manifestOf(reel: string, id: string): Manifest {
  return JSON.parse(readFileSync(join(clipFolderOf(reel, id), 'manifest.json'), 'utf8')) as Manifest
}

/** What must be so of a reel that is done, counted where it is not. */
export async function faultsOfReel(reel: string) {
  const wanted = slotsOf(planIn(reel), failuresIn(reel)).flatMap(({ clips }) =>
    clips.map(({ id }) => id),
  )
  const names = namesIn(reel)
  const rows = rowsIn(reel).map(({ id }) => id)
  const damaged: string[] = []
  for (const id of names.filter((name) => !name.startsWith('.'))) {
    const { files, id: own } = manifestOf(reel, id)
    const folder = clipFolderOf(reel, id)
    if (own !== id) damaged.push(id)
    for (const [name, { sha256 }] of Object.entries(files))
      if ((await hashFile(join(folder, name))).sha256 !== sha256) damaged.push(`${id}/${name}`)
  }
  return {
    lost: wanted.filter((id) => !names.includes(id) || !rows.includes(id)),
    duplicated: [
      ...rows.filter((id, i) => rows.indexOf(id) !== i || !wanted.includes(id)),
      ...names.filter((name) => !name.startsWith('.') && !wanted.includes(name)),
    ],
    drafts: names.filter((name) => name.startsWith('.')),
    damaged,
  }
}
