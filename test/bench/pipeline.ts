import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSession, planClip, type Session } from '#capture'
import { parseScene, type Scene } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
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
      const warmUp = await timed(() => film(session, scene, out, 1))
      await film(session, scene, out, 2)
      await screenshots.film(scene, join(out, 'shots.mp4'), true)
      for (let round = 0; round < rounds; round++) {
        // Side by side in time: the machine's speed drifts, ratios within a round do not.
        const floor = await floorSeconds(session, scene)
        const one = await film(session, scene, out, 1)
        const two = await film(session, scene, out, 2)
        const shots = await screenshots.film(scene, join(out, 'shots.mp4'), false)
        const fastShots = await screenshots.film(scene, join(out, 'shots.mp4'), true)
        const again = await floorSeconds(session, scene)
        const rest = { warmUp, one, two, shots, fastShots }
        rows.push({ scene: scene.name, floor: (floor + again) / 2, ...rest })
        say(line(rows.at(-1) as Row, frames))
      }
    }
    const gaps = await clipGaps(session, scenes, out)
    say(`gap between clips: ${gaps.map((gap) => gap.toFixed(2)).join(', ')} s`)
    const { browser } = session.identity
    await session.close()
    await screenshots.close()
    const memory = await memorySlopes(scenes[0] as Scene, out, options)
    const demo = await demoSeconds(out)
    const ratio = (of: (row: Row) => number) => round3(median(rows.map(of)))
    return {
      overhead_one_page: ratio((row) => row.one.seconds / row.floor),
      overhead_two_pages: ratio((row) => row.two.seconds / row.floor),
      vs_screenshot: ratio((row) => row.shots / row.one.seconds),
      vs_screenshot_optimized_for_speed: ratio((row) => row.fastShots / row.one.seconds),
      clip_gap_s: round3(median(gaps)),
      clip_gap_worst_s: round3(Math.max(...gaps)),
      memory_slope_mb_per_clip: memory && round3(memory.recycled),
      memory_slope_mb_per_clip_one_page: memory && round3(memory.onePage),
      render_only_ms: round3(median(rows.map((row) => (row.floor / frames) * 1000))),
      load_warm_s: round3(median(rows.map((row) => row.one.load))),
      first_clip_s: round3(median(rows.map((row) => row.warmUp))),
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
  warmUp: number
  floor: number
  one: Filmed
  two: Filmed
  /** `page.screenshot` as it comes, and with `optimizeForSpeed`. */
  shots: number
  fastShots: number
}

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
  const { job, take } = planClip(scene, {})
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

/** From the end of one clip to the first drawn frame of the next, another scene each time. */
async function clipGaps(session: Session, scenes: Scene[], out: string): Promise<number[]> {
  const gaps: number[] = []
  let end: number | undefined
  for (const scene of scenes.map((one) => ({ ...one, clip: { ...one.clip, frames: 4 } }))) {
    let first: number | undefined
    await session.render(
      scene,
      { out, force: true },
      {
        onProgress: ({ stage }) => {
          if (stage === 'draw') first ??= performance.now()
        },
      },
    )
    if (end !== undefined && first !== undefined) gaps.push((first - end) / 1000)
    end = performance.now()
  }
  return gaps
}

/** Megabytes per clip after the tenth, with pages recycled often and never. */
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
    say(`memory, a page for ${recycle} clips: ${megabytes.map((mb) => mb.toFixed(0)).join(' ')} MB`)
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

function line({ scene, floor, one, two, shots, fastShots }: Row, frames: number): string {
  const per = (seconds: number) => `${((seconds / frames) * 1000).toFixed(1)} ms`
  return (
    `${scene.padEnd(10)} floor ${per(floor)}  one page ${per(one.seconds)} (${(one.seconds / floor).toFixed(2)} x)  ` +
    `two pages ${per(two.seconds)} (${(two.seconds / floor).toFixed(2)} x)  screenshots ${per(shots)} (${(shots / one.seconds).toFixed(2)} x), at speed ${per(fastShots)}`
  )
}

function round3(x: number): number {
  return Math.round(x * 1000) / 1000
}
