import { CastError, type Scene } from '#scenes'
import { encodePng } from '../encode/png.ts'
import { InputError } from '../errors.ts'
import {
  type ClipOptions,
  type SessionOptions,
  type TemplateOptions,
  withOverrides,
} from '../options.ts'
import { type Cell, contactSheet } from './contact-sheet.ts'
import { answerJson, type Io, say } from './io.ts'
import { previewSize } from '../clip/preview-size.ts'
import { readText } from './read-scene.ts'
import { castFor, refuseOptions, templateIn } from './read-template.ts'
import { seedsIn } from './seeds.ts'
import { withSession } from './session.ts'
import { writeOut } from './write-out.ts'

export type SeedSheetOptions = ClipOptions &
  SessionOptions &
  TemplateOptions & {
    seeds: string
    times?: number[] | undefined
    columns?: number | undefined
    cell: number
    out?: string | undefined
    json: boolean
  }

/** Cells beyond this are too many to look at. */
const MOST = 100

/** One picture of each of several scenes of a template on one PNG. Resolves with the exit code. */
export async function seedSheet(file: string, options: SeedSheetOptions, io: Io): Promise<number> {
  const { seeds, seed, cell, columns, json } = options
  if (seed !== undefined) throw new InputError('Give --seed or --seeds, not both.')
  const template = templateIn(await readText(file), file)
  if (!template) {
    refuseOptions(file, { seeds })
    return 2
  }
  const shots: Shot[] = []
  const failures: { seed: number; message: string }[] = []
  for (const one of seedsIn(seeds, MOST)) {
    try {
      const { scene } = await castFor(template, { ...options, seed: one })
      shots.push(shotOf(one, withOverrides(scene, options), options))
    } catch (error) {
      // The others are drawn all the same.
      if (!(error instanceof CastError)) throw error
      failures.push({ seed: one, message: error.message })
      say(io, `seed ${one}: ${error.message}`)
    }
    io.signal.throwIfAborted()
  }
  const [first] = shots
  if (!first) return 1
  const out = options.out ?? `${first.scene.name}-seeds.png`
  say(io, `${file}: ${shots.length} seeds`)
  await withSession(io, options, async (session) => {
    const cells: Cell[] = []
    for (const { seed: own, scene, frame } of shots) {
      const [picture] = await session.stills(
        scene,
        [frame],
        options.camera === undefined ? {} : { camera: options.camera },
        { signal: io.signal },
      )
      if (picture) cells.push({ picture, label: `s${own}` })
    }
    const wide = columns ?? Math.ceil(Math.sqrt(cells.length))
    const page = contactSheet(cells, { columns: wide, cellWidth: cell })
    await writeOut(out, encodePng(page))
    say(io, `${cells.length} pictures: ${out} (${page.width}x${page.height})`)
    if (json)
      answerJson(io, {
        file: out,
        seeds: shots.map((shot) => shot.seed),
        frames: shots.map((shot) => shot.frame),
        failures,
        width: page.width,
        height: page.height,
      })
  })
  return failures.length === 0 ? 0 : 1
}

interface Shot {
  seed: number
  scene: Scene
  frame: number
}

/** Pixels of the longer side that a cell is drawn in: made smaller, it is smooth and has the clip's own shape. */
function drawnWidth(cell: number): number {
  return Math.ceil((cell * 1.5) / 32) * 32
}

/** Drawn for its cell, unless a size is asked for. */
function shotOf(
  seed: number,
  scene: Scene,
  { size, profile, times, cell }: SeedSheetOptions,
): Shot {
  const { fps, frames } = scene.clip
  const [at] = times ?? []
  const frame = at === undefined ? Math.floor(frames / 2) : Math.round(at * fps)
  if (frame >= frames)
    throw new InputError(
      `${at} s is past the end of seed ${seed}: the last frame is at ${((frames - 1) / fps).toFixed(2)} s.`,
    )
  if (size !== undefined || profile !== undefined) return { seed, scene, frame }
  return {
    seed,
    scene: { ...scene, clip: { ...scene.clip, ...previewSize(scene.clip, drawnWidth(cell)) } },
    frame,
  }
}
