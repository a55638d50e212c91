import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession, type Session } from '#capture'
import { shootSource, type Source } from '../../capture/batch/source.ts'
import { runBatch } from '../../capture/batch/run-batch.ts'
import { clipOptionsOf } from '../../capture/batch/candidate.ts'
import { planReel } from '../../capture/batch/planner.ts'
import type { PlannedClip } from '../../capture/batch/planned.ts'
import { readRecipe, type RecipeFile } from '../../capture/cli/read-recipe.ts'
import { loadAll } from '../../capture/clip/crew.ts'
import { clipFolderOf } from '../../capture/reel/layout.ts'
import { killAtRandom } from '../capture/batch/killing.ts'
import { faultsOfReel, linesIn } from '../capture/batch/reel-checks.ts'
import { TOYS, writeRecipe } from '../capture/batch/toys.ts'
import { slope, treePss } from './measure.ts'

export interface ReelsOptions {
  /** Of the clips that throughput is measured on. */
  frames: number
  size: number
  clips: number
  /** Small clips over which memory is watched; none skips it. */
  memoryClips: number
  kills: number
  say: (line: string) => void
}

/** How fast reels are rendered, and what they survive. A figure that was not measured is null. */
export async function benchReels({ frames, size, clips, memoryClips, kills, say }: ReelsOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'groundreel-reels-'))
  try {
    const speed = clips > 0 ? await throughput(folder, { frames, size, clips, say }) : null
    const resume = await resumeSeconds(folder, 10_000)
    say(`a reel of 10,000 clips taken up again in ${resume.toFixed(2)} s`)
    const memory = memoryClips > 0 ? await memorySlope(folder, memoryClips) : null
    if (memory) say(`memory: ${memory.map((mb) => mb.toFixed(0)).join(' ')} MB`)
    const survived = kills > 0 ? await survival(folder, kills, say) : null
    return {
      throughput_ratio: speed && round3(speed.ratio),
      clips_per_core_hour: speed && round3(speed.clipsPerCoreHour),
      clips_per_core_hour_one_lane: speed && round3(speed.clipsPerCoreHourOneLane),
      ratio_one_lane: speed && round3(speed.oneLane),
      ratio_one_lane_two_pages: speed && round3(speed.twoPages),
      resume_10k_s: round3(resume),
      memory_slope_mb_per_clip: memory && round3(slope(memory)),
      kills: survived?.kills ?? null,
      lost: survived?.lost ?? null,
      duplicated: survived?.duplicated ?? null,
      orphans: survived?.orphans ?? null,
      redis_ratio: null,
      enqueue_100k_s: null,
      heap_bytes_per_clip: null,
      frames,
      size,
      n: clips,
      memory,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Of clips of the toys template: bare drawing on all lanes over a batch on as many, drawn right before and after it. */
async function throughput(
  folder: string,
  { frames, size, clips, say }: Pick<ReelsOptions, 'frames' | 'size' | 'clips' | 'say'>,
) {
  const cores = availableParallelism()
  const file = await readRecipe('scenes/templates/toys.json', {
    count: clips,
    size: `${size}x${size}`,
    frames,
  })
  const { clips: planned } = await planReel(file)
  const sessions = await Promise.all(Array.from({ length: cores }, () => openSession()))
  try {
    const film = async (lanes: number, pages: number, name: string) => {
      let next = 0
      const start = performance.now()
      const report = await runBatch({
        ...{ ...file, reel: join(folder, name), extend: false, lanes },
        open: async () => {
          const session = sessions[next++] as Session
          return { use: (_, work, watch) => session.use(pages, work, watch), close: async () => {} }
        },
      })
      if (report.done < clips) throw new Error(`${report.done} of ${clips} clips were rendered`)
      return (performance.now() - start) / 1000
    }
    await film(cores, 1, 'warm')
    const before = await floorSeconds(sessions, file, planned)
    const all = await film(cores, 1, 'all')
    const between = await floorSeconds(sessions, file, planned)
    const one = await film(1, 1, 'one')
    const two = await film(1, 2, 'two')
    const after = await floorSeconds(sessions, file, planned)
    const floor = (before + between) / 2
    const laterFloor = (between + after) / 2
    say(
      `${clips} clips: drawing alone ${[before, between, after].map((s) => s.toFixed(1)).join(', ')} s on ${cores} lanes; ` +
        `batch ${all.toFixed(1)} s on ${cores} lanes, ${one.toFixed(1)} s on one, ${two.toFixed(1)} s on one with two pages`,
    )
    return {
      ratio: floor / all,
      oneLane: laterFloor / one,
      twoPages: laterFloor / two,
      clipsPerCoreHour: (3600 * clips) / all / cores,
      clipsPerCoreHourOneLane: (3600 * clips) / one / cores,
    }
  } finally {
    await Promise.all(sessions.map((session) => session.close()))
  }
}

/** All frames of all clips drawn and finished, on every session side by side; loading is not counted. */
async function floorSeconds(
  sessions: readonly Session[],
  { recipe, sources }: RecipeFile,
  planned: readonly PlannedClip[],
): Promise<number> {
  const queue = [...planned]
  let idle = 0
  const start = performance.now()
  await Promise.all(
    sessions.map(async (session) => {
      for (let clip = queue.shift(); clip; clip = queue.shift()) {
        const begin = performance.now()
        const plan = await shootSource(sources[0] as Source, clip, clipOptionsOf(recipe))
        await session.use(1, async (crew) => {
          await loadAll(plan.job, crew)
          idle += performance.now() - begin
          await Promise.all(
            Array.from({ length: plan.take.frames }, (_, frame) =>
              crew.stages[0].draw(frame, 'floor'),
            ),
          )
        })
      }
    }),
  )
  return (performance.now() - start - idle / sessions.length) / 1000
}

/** Seconds until a batch knows that nothing is left of so many clips: plan, folders and rows are read. */
async function resumeSeconds(folder: string, count: number): Promise<number> {
  const home = mkdtempSync(join(folder, 'many-'))
  const reel = join(home, 'reel')
  const one = await readRecipe(writeRecipe(home, { count: 1 }), {})
  await runBatch({ ...one, reel, extend: false, lanes: 1 })
  const [planned] = linesIn<PlannedClip>(join(reel, 'plan.jsonl')) as [PlannedClip]
  const [row] = linesIn<Record<string, unknown>>(join(reel, 'metadata.jsonl')) as [object]
  const ids = Array.from(
    { length: count - 1 },
    (_, i) => `${((i * 7919) % 900).toString(30).padStart(2, '0')}${String(i).padStart(14, '0')}`,
  )
  for (const id of ids) {
    mkdirSync(clipFolderOf(reel, id), { recursive: true })
    writeFileSync(join(clipFolderOf(reel, id), 'manifest.json'), '{}')
  }
  const many = [planned.id, ...ids]
  const lines = (make: (id: string, i: number) => object) =>
    many.map((id, i) => `${JSON.stringify(make(id, i))}\n`).join('')
  writeFileSync(
    join(reel, 'plan.jsonl'),
    lines((id, i) => ({ ...planned, id, index: i, slot: i, seed: i })),
  )
  writeFileSync(
    join(reel, 'metadata.jsonl'),
    lines((id) => ({ ...row, id })),
  )
  const call = await readRecipe(writeRecipe(home, { count }), {})
  // The head names the recipe of one clip; no clip is asked for beyond those that are planned.
  await runBatch({ ...call, reel, extend: true })
  const start = performance.now()
  const report = await runBatch({ ...call, reel, extend: false })
  if (report.done !== count || report.frames > 0)
    throw new Error(`${report.done} of ${count} clips were known`)
  return (performance.now() - start) / 1000
}

/** Megabytes of all our processes after each small clip, the first ten left out. */
async function memorySlope(folder: string, clips: number): Promise<number[] | null> {
  if (process.platform !== 'linux') return null
  const home = mkdtempSync(join(folder, 'memory-'))
  const many = { count: clips + 10, size: '128x128', frames: 8 }
  const call = await readRecipe(writeRecipe(home, many), {})
  const megabytes: number[] = []
  await runBatch({
    ...{ ...call, reel: join(home, 'reel'), extend: false, lanes: 1 },
    onProgress: () => {
      globalThis.gc?.()
      megabytes.push(treePss())
    },
  })
  return megabytes.slice(10)
}

async function survival(folder: string, kills: number, say: ReelsOptions['say']) {
  const home = mkdtempSync(join(folder, 'killed-'))
  const reel = join(home, 'reel')
  const recipe = writeRecipe(home, { count: Math.max(8, 3 * kills) }, 'recipe', TOYS)
  const { killed, orphans, code, err } = await killAtRandom(['batch', recipe, '--out', reel], {
    ...{ kills, seed: 1, within: [0.1, 6] },
  })
  if (code !== 0) throw new Error(err)
  const { lost, duplicated, drafts, damaged } = await faultsOfReel(reel)
  say(
    `killed ${killed.join(', ')}: ${lost.length} lost, ${duplicated.length} twice, ${drafts.length} half, ${damaged.length} damaged`,
  )
  return {
    kills: killed.length,
    lost: lost.length + drafts.length + damaged.length,
    duplicated: duplicated.length,
    orphans: orphans.length,
  }
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}
