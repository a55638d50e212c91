import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlannedClip } from '../../../capture/batch/planned.ts'
import { runBatch } from '../../../capture/batch/run-batch.ts'
import { readRecipe, type RecipeFile } from '../../../capture/cli/read-recipe.ts'
import { clipFolderOf } from '../../../capture/reel/layout.ts'
import { Row, rowText } from '../../../capture/reel/row.ts'
import { linesIn } from '../../capture/batch/reel-checks.ts'
import { writeRecipe } from '../../capture/batch/toys.ts'

/** A reel of one clip that was rendered, planned for many: what costs no rendering is measured on it. */
export interface Copies {
  reel: string
  file: RecipeFile
  planned: PlannedClip[]
  /** Puts a clip of the plan in its place: its own manifest, the other files second names of the one that was rendered. */
  render(clip: PlannedClip): void
  /** The same of so many, with their rows. */
  finish(count: number): void
}

export async function openCopies(home: string, count: number): Promise<Copies> {
  const reel = join(home, 'reel')
  const one = await readRecipe(writeRecipe(home, { count: 1 }), {})
  await runBatch({ ...one, reel, extend: false, lanes: 1 })
  const [first] = linesIn<PlannedClip>(join(reel, 'plan.jsonl')) as [PlannedClip]
  const row = Row.parse(linesIn(join(reel, 'metadata.jsonl'))[0])
  const from = clipFolderOf(reel, first.id)
  const files = readdirSync(from).filter((name) => name !== 'manifest.json')
  const manifest = readFileSync(join(from, 'manifest.json'), 'utf8')
  const idOf = (i: number) =>
    `${((i * 7919) % 900).toString(30).padStart(2, '0')}${String(i).padStart(14, '0')}`
  const planned = Array.from({ length: count }, (_, i) =>
    i === 0 ? first : { ...first, id: idOf(i), index: i, slot: i, seed: i },
  )
  writeFileSync(
    join(reel, 'plan.jsonl'),
    planned.map((clip) => `${JSON.stringify(clip)}\n`).join(''),
  )
  const render = ({ id }: PlannedClip) => {
    const folder = clipFolderOf(reel, id)
    mkdirSync(folder, { recursive: true })
    for (const name of files) linkSync(join(from, name), join(folder, name))
    writeFileSync(join(folder, 'manifest.json'), manifest.replace(first.id, id))
  }
  const copies = {
    ...{ reel, planned, render },
    file: await readRecipe(writeRecipe(home, { count }), {}),
    finish(many: number) {
      for (const clip of planned.slice(1, many)) render(clip)
      const rows = planned.slice(0, many).map(({ id }) => {
        const file_name = `${clipFolderOf('', id)}/video.mp4`
        return `${rowText({ ...row, id, file_name })}\n`
      })
      writeFileSync(join(reel, 'metadata.jsonl'), rows.join(''))
    },
  }
  // The head names the recipe of one clip; no clip is asked for beyond those that are planned.
  await runBatch({ ...copies.file, reel, extend: true, dispatch: async (work) => work.close() })
  return copies
}
