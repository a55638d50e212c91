import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSession, planClip, type Session } from '#capture'
import { parseScene, type Scene } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
import { pagesFor } from '../../capture/clip/pages.ts'
import { median, slope, treePss } from './measure.ts'
import { openScreenshots } from './screenshots.ts'

export interface PipelineOptions {
  frames: number
  size: number
  rounds: number
  memoryClips: number
  say: (line: string) => void
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a clip costs over the bare drawing of its frames; every figure is measured in this run. */
export async function benchPipeline(options: PipelineOptions) {
  const { frames, size, rounds, say } = options
  const scenes = await exampleScenes(frames, size)
  const out = await mkdtemp(join(tmpdir(), 'groundreel-bench-'))
  const session = await openSession()
  const screenshots = await openScreenshots()
  const rows: Row[] = []
  try {
    for (const scene of scenes) {
      const short = withFrames(scene, SCREENSHOTS)
      const warmUp = await timed(() => film(session, withFrames(scene, 1), out, 1))
      await film(session, short, out, 2)
      await screenshots.film(withFrames(scene, 2), join(out, 'shots.mp4'), true)
      const shots = await screenshots.film(short, join(out, 'shots.mp4'), false)
      const fastShots = await screenshots.film(short, join(out, 'shots.mp4'), true)
      for (let round = 0; round < rounds; round++) {
        // The machine's speed drifts: each clip is held against the floors right before and after it.
        const before = await floorSeconds(session, scene)
        const one = await film(session, scene, out, 1)
        const between = await floorSeconds(session, scene)
        const two = await film(session, scene, out, 2)
        const after = await floorSeconds(session, scene)
        rows.push({
          scene: scene.name,
          warmUp,
          floors: [before, between, after],
          one: { ...one, overFloor: (2 * one.seconds) / (before + between) },
          two: { ...two, overFloor: (2 * two.seconds) / (between + after) },
          shots: shots / SCREENSHOTS,
          fastShots: fastShots / SCREENSHOTS,
        })
        say(line(rows.at(-1) as Row, frames))
      }
    }
    const { browser } = session.identity
    await session.close()
    await screenshots.close()
    const { cold, gaps } = await clipGaps(scenes, out)
    say(`gap between clips: ${inSeconds(gaps)}; with shaders to compile: ${inSeconds(cold)}`)
    const memory = await memorySlopes(scenes[0] as Scene, out, options)
    const demo = await demoSeconds(out)
    const ratio = (of: (row: Row) => number) => round3(median(rows.map(of)))
    // On as many pages as `render` takes for such a clip here.
    const asRendered = (row: Row) =>
      pagesFor({ width: size, height: size }, frames) === 2 ? row.two : row.one
    const perFrame = ({ seconds }: Filmed) => seconds / frames
    return {
      overhead_one_page: ratio((row) => row.one.overFloor),
      overhead_two_pages: ratio((row) => row.two.overFloor),
      vs_screenshot: ratio((row) => row.shots / perFrame(asRendered(row))),
      vs_screenshot_one_page: ratio((row) => row.shots / perFrame(row.one)),
      vs_screenshot_optimized_for_speed: ratio((row) => row.fastShots / perFrame(asRendered(row))),
      clip_gap_s: round3(median(gaps)),
      clip_gap_worst_s: round3(Math.max(...gaps)),
      clip_gap_cold_s: round3(median(cold)),
      memory_slope_mb_per_clip: memory && round3(memory.recycled),
      memory_slope_mb_per_clip_one_page: memory && round3(memory.onePage),
      render_only_ms: ratio((row) => (median(row.floors) / frames) * 1000),
      load_warm_s: ratio((row) => row.one.load),
      first_frame_cold_s: ratio((row) => row.warmUp),
      demo_s: round3(demo),
      gl: browser.backend,
      renderer: browser.renderer,
      browser: `${browser.name} ${browser.version}`,
      frames,
      size,
      n: rows.length,
      rows,
      memory,
    }
  } finally {
    await session.close()
    await screenshots.close()
    await rm(out, { recursive: true, force: true })
  }
}

interface Row {
  scene: string
  /** Seconds to the first frame of a scene whose shaders were never compiled. */
  warmUp: number
  /** Seconds of the bare drawing, before, between and after the clips. */
  floors: number[]
  one: Filmed & { overFloor: number }
  two: Filmed & { overFloor: number }
  /** Seconds a frame with `page.screenshot` as it comes, and with `optimizeForSpeed`. */
  shots: number
  fastShots: number
}

/** Frames of the films by screenshots, which are twice as slow and have nothing to amortise. */
const SCREENSHOTS = 24

/** Seconds; `seconds` is without the loading. */
interface Filmed {
  seconds: number
  load: number
}

async function exampleScenes(frames: number, size: number): Promise<Scene[]> {
  const folder = join(root, 'scenes/examples')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (name) => {
      const scene = parseScene(await readFile(join(folder, name), 'utf8'), name)
      return { ...scene, clip: { ...scene.clip, width: size, height: size, frames } }
    }),
  )
}

/** The same frames, drawn and finished one after the other on one page, nothing else. */
async function floorSeconds(session: Session, scene: Scene): Promise<number> {
  const { job, take } = await planClip(scene, {})
  return session.use(1, async (crew) => {
    await loadAll(job, crew)
    const start = performance.now()
    await Promise.all(
      Array.from({ length: take.frames }, (_, frame) => crew.stages[0].draw(frame, 'floor')),
    )
    return (performance.now() - start) / 1000
  })
}

async function film(session: Session, scene: Scene, out: string, pages: number): Promise<Filmed> {
  const start = performance.now()
  const { manifest } = await session.render(scene, { out, pages, force: true })
  const load = (manifest.timings['load'] ?? 0) / 1000
  return { seconds: (performance.now() - start) / 1000 - load, load }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/**
 * Seconds from the end of one clip to the first drawn frame of the next, another scene each time, on one page: with
 * shaders that the page has yet to compile, and once it has.
 */
async function clipGaps(scenes: Scene[], out: string) {
  const session = await openSession()
  const ends: number[] = []
  const starts: number[] = []
  try {
    for (const scene of [...scenes, ...scenes].map((one) => withFrames(one, 4))) {
      let first: number | undefined
      const onProgress = ({ stage }: { stage: string }) => {
        if (stage === 'draw') first ??= performance.now()
      }
      await session.render(scene, { out, force: true }, { onProgress })
      ends.push(performance.now())
      starts.push(first ?? NaN)
    }
  } finally {
    await session.close()
  }
  const all = starts.slice(1).map((start, i) => (start - (ends[i] as number)) / 1000)
  return { cold: all.slice(0, scenes.length - 1), gaps: all.slice(scenes.length - 1) }
}

function inSeconds(values: number[]): string {
  return `${values.map((value) => value.toFixed(2)).join(', ')} s`
}

/**
 * Megabytes per clip after the tenth, with browsers replaced often and never. What Node has not collected yet is
 * no growth, so it is told to; Chrome's pages do so themselves.
 */
async function memorySlopes(scene: Scene, out: string, { memoryClips, say }: PipelineOptions) {
  if (process.platform !== 'linux' || memoryClips === 0) return null
  const small = { ...scene, clip: { ...scene.clip, width: 128, height: 128, frames: 8 } }
  const watch = async (recycle: number) => {
    const session = await openSession({ recycle })
    const megabytes: number[] = []
    try {
      for (let clip = 0; clip < memoryClips + 10; clip++) {
        await session.render(small, { out, force: true })
        globalThis.gc?.()
        megabytes.push(treePss())
      }
    } finally {
      await session.close()
    }
    say(
      `memory, a browser for ${recycle} clips: ${megabytes.map((mb) => mb.toFixed(0)).join(' ')} MB`,
    )
    return megabytes
  }
  const [often, never] = [await watch(16), await watch(100_000)]
  return { recycled: slope(often.slice(10)), onePage: slope(never.slice(10)), often, never }
}

async function demoSeconds(out: string): Promise<number> {
  const demo = spawn('npm', ['run', '-s', 'demo', '--', '--out', out], {
    cwd: root,
    stdio: 'ignore',
  })
  const start = performance.now()
  const [code] = (await once(demo, 'close')) as [number]
  if (code !== 0) throw new Error(`npm run demo ended with exit code ${code}`)
  return (performance.now() - start) / 1000
}

function line({ scene, floors, one, two, shots, fastShots }: Row, frames: number): string {
  const ms = (seconds: number) => `${(seconds * 1000).toFixed(1)} ms`
  const clip = ({ seconds, overFloor }: Row['one']) =>
    `${ms(seconds / frames)} (${overFloor.toFixed(2)} x)`
  return (
    `${scene.padEnd(10)} floor ${ms(median(floors) / frames)}  one page ${clip(one)}  two pages ${clip(two)}  ` +
    `screenshots ${ms(shots)}, at speed ${ms(fastShots)}`
  )
}

function withFrames(scene: Scene, frames: number): Scene {
  return { ...scene, clip: { ...scene.clip, frames } }
}

function round3(x: number): number {
  return Math.round(x * 1000) / 1000
}
