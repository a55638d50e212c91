import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodePng, openSession } from '#capture'
import { contactSheet, type Cell } from '../../capture/cli/contact-sheet.ts'
import { runProgram } from '../../capture/process.ts'
import { root } from '../examples.ts'
import { castOf, MACHINES, template } from '../templates.ts'

/** The README's picture of the templates: a row each, four seeds wide. `npx tsx test/tools/template-sheet.ts [first seed]` */
const SEEDS = 4
const SIZE = { width: 640, height: 352 }
const CELL = 240

const first = Number(process.argv[2] ?? 0)
const folder = await mkdtemp(join(tmpdir(), 'groundreel-sheet-'))
const session = await openSession()
try {
  const cells: Cell[] = []
  for (const name of MACHINES)
    for (let seed = first; seed < first + SEEDS; seed++) {
      const { scene } = await castOf(template(name), seed)
      const clip = { ...scene.clip, ...SIZE }
      const [picture] = await session.stills({ ...scene, clip }, [Math.floor(clip.frames / 2)])
      if (picture) cells.push({ picture, label: '' })
    }
  const png = join(folder, 'sheet.png')
  writeFileSync(png, encodePng(contactSheet(cells, { columns: SEEDS, cellWidth: CELL })))
  const webp = join(root, 'assets/gallery/templates.webp')
  const quality = ['-c:v', 'libwebp', '-quality', '80', '-compression_level', '6']
  const from = ['-y', '-loglevel', 'error', '-i', png]
  await runProgram(session.identity.ffmpeg.path, [...from, ...quality, webp])
} finally {
  await session.close()
  await rm(folder, { recursive: true, force: true })
}
