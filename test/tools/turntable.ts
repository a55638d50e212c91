import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodePng, openSession } from '#capture'
import type { KindName } from '#scenes'
import { contactSheet, type Cell } from '../../capture/cli/contact-sheet.ts'
import { root } from '../examples.ts'
import { KIND_NAMES } from '../kinds.ts'
import { onGround, type View } from './on-ground.ts'

/**
 * Every kind on a neutral ground from its front, its front left and its left, sixteen kinds to a sheet:
 * `npx tsx test/tools/turntable.ts [kind ...]` writes out/turntable/<n>.png and tells which kinds are in it.
 */
const SIZE = 256
const PER_SHEET = 16
const COLUMNS = 2
const VIEWS: View[] = [
  [0, 14],
  [38, 24],
  [90, 14],
]

const named = process.argv.slice(2) as KindName[]
const kinds = named.length > 0 ? named : KIND_NAMES
const folder = join(root, 'out/turntable')
mkdirSync(folder, { recursive: true })
const session = await openSession()
try {
  for (let first = 0; first < kinds.length; first += PER_SHEET) {
    const cells: Cell[] = []
    const shown = kinds.slice(first, first + PER_SHEET)
    for (const [i, kind] of shown.entries())
      for (const picture of await session.stills(onGround(kind, VIEWS, SIZE), [0, 1, 2]))
        cells.push({ picture, label: `${first + i + 1}` })
    const file = `${first / PER_SHEET + 1}.png`
    const sheet = contactSheet(cells, { columns: COLUMNS * VIEWS.length, cellWidth: SIZE })
    writeFileSync(join(folder, file), encodePng(sheet))
    const names = shown.map((kind, i) => `${first + i + 1} ${kind}`).join(', ')
    process.stdout.write(`${file}: ${names}\n`)
  }
} finally {
  await session.close()
}
