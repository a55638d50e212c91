import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodePng, openSession } from '#capture'
import { blueprintOf, boundsOf, type KindName } from '#scenes'
import { contactSheet, type Cell } from '../../capture/cli/contact-sheet.ts'
import { root } from '../examples.ts'
import { actorOf, KIND_NAMES, shotsOf } from '../kinds.ts'

/**
 * Every kind on a neutral ground from its front, its front left and its side, eight kinds to a sheet row by row:
 * `npx tsx test/tools/turntable.ts [kind ...]` writes out/turntable/<n>.png and tells which kinds are in it.
 */
const SIZE = 256
const ROWS = 8
const COLUMNS = 2
/** Degrees from the front towards the left of the thing, and above the ground. */
const VIEWS = [
  [0, 14],
  [38, 24],
  [90, 14],
] as const
const FOV = 24

const named = process.argv.slice(2) as KindName[]
const kinds = (named.length > 0 ? named : KIND_NAMES).filter((kind) => kind !== 'ground')
const folder = join(root, 'out/turntable')
mkdirSync(folder, { recursive: true })
const session = await openSession()
try {
  const perSheet = ROWS * COLUMNS
  for (let first = 0; first < kinds.length; first += perSheet) {
    const cells: Cell[] = []
    const shown = kinds.slice(first, first + perSheet)
    for (const [i, kind] of shown.entries())
      for (const picture of await session.stills(turned(kind), [0, 1, 2]))
        cells.push({ picture, label: `${first + i + 1}` })
    const file = `${first / perSheet + 1}.png`
    const sheet = contactSheet(cells, { columns: COLUMNS * VIEWS.length, cellWidth: SIZE })
    writeFileSync(join(folder, file), encodePng(sheet))
    const names = shown.map((kind, i) => `${first + i + 1} ${kind}`).join(', ')
    process.stdout.write(`${file}: ${names}\n`)
  }
} finally {
  await session.close()
}

function turned(kind: KindName) {
  const thing = actorOf(kind, 'thing')
  const { min, max } = boundsOf(blueprintOf(thing, 0).parts)
  const size = Math.hypot(...max.map((edge, k) => edge - (min[k] as number)))
  const middle = min.map((edge, k) => (edge + (max[k] as number)) / 2)
  const far = (0.56 * size) / Math.tan((FOV * Math.PI) / 360)
  const shots = VIEWS.map(([turn, up]) => {
    const [a, b] = [turn, up].map((degrees) => (degrees * Math.PI) / 180) as [number, number]
    const way = [Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b)]
    return {
      position: middle.map((at, k) => at + (way[k] as number) * far),
      lookAt: middle,
      fov: FOV,
    }
  })
  const table = {
    ...{ id: 'floor', kind: 'ground', size: [60 * size, 60 * size] },
    material: { color: '#a9a6a0', roughness: 0.9 },
  }
  const world = { sun: { azimuth: -35, elevation: 48 } }
  return shotsOf([table, thing], shots, { width: SIZE, height: SIZE, world })
}
