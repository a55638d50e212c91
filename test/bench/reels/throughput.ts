import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openSession, type Session } from '#capture'
import { clipOptionsOf } from '../../../capture/batch/candidate.ts'
import { lanesHere } from '../../../capture/batch/lanes.ts'
import { openLooker } from '../../../capture/batch/looker.ts'
import type { PlannedClip } from '../../../capture/batch/planned.ts'
import { planReel } from '../../../capture/batch/planner.ts'
import { runBatch } from '../../../capture/batch/run-batch.ts'
import { shootSource, type Source } from '../../../capture/batch/source.ts'
import { readRecipe, type RecipeFile } from '../../../capture/cli/read-recipe.ts'
import { loadAll } from '../../../capture/clip/crew.ts'

export interface Clips {
  frames: number
  /** Width and height. */
  size: number
  clips: number
}

/** Clips of the toys template. */
export function toyReel({ frames, size, clips }: Clips): Promise<RecipeFile> {
  const asked = { count: clips, size: `${size}x${size}`, frames }
  return readRecipe('scenes/templates/toys.json', asked)
}

/**
 * Bare drawing on all cores over a batch with all of its lanes, drawn right before and after it; and clips an hour, with all
 * cores and with one lane.
 */
export async function throughput(folder: string, asked: Clips, say: (line: string) => void) {
  const cores = availableParallelism()
  const lanes = lanesHere()
  const file = await toyReel(asked)
  const looker = openLooker({ ...file, open: () => openSession(), lanes })
  const { clips: planned } = await planReel({ ...file, looker })
  const sessions = await Promise.all(Array.from({ length: lanes }, () => openSession()))
  const floor = () => floorSeconds(sessions.slice(0, cores), file, planned)
  try {
    // Shaders are compiled before anything counts.
    await film(join(folder, 'warm'), await toyReel({ ...asked, frames: 2, clips: lanes }), sessions)
    const before = await floor()
    const all = await film(join(folder, 'all'), file, sessions)
    const after = await floor()
    // One browser takes twice as long: half of the clips tell as much.
    const few = Math.ceil(asked.clips / 2)
    const alone = await toyReel({ ...asked, clips: few })
    const one = await film(join(folder, 'one'), alone, sessions.slice(0, 1))
    say(
      `${asked.clips} clips: drawing alone ${before.toFixed(1)} and ${after.toFixed(1)} s on ${cores} cores; ` +
        `a batch ${all.toFixed(1)} s in ${lanes} lanes; ${few} in one ${one.toFixed(1)} s`,
    )
    return {
      throughput_ratio: (before + after) / 2 / all,
      clips_per_core_hour: (3600 * asked.clips) / all / cores,
      clips_per_hour_one_lane: (3600 * few) / one,
    }
  } finally {
    await Promise.all(sessions.map((session) => session.close()))
  }
}

/** Seconds that a batch takes in sessions that are open already, a lane in each. */
export async function film(
  reel: string,
  file: RecipeFile,
  sessions: readonly Session[],
): Promise<number> {
  let next = 0
  const start = performance.now()
  const report = await runBatch({
    ...{ ...file, reel, extend: false, lanes: sessions.length },
    open: async () => {
      const session = sessions[next++] as Session
      return { use: (pages, work, watch) => session.use(pages, work, watch), close: async () => {} }
    },
  })
  if (report.left > 0) throw new Error(`${report.left} clips were not rendered`)
  return (performance.now() - start) / 1000
}

/** All frames of all clips drawn and finished, a session a core. Loading is not counted: all load, and then all draw. */
async function floorSeconds(
  sessions: readonly Session[],
  { recipe, sources }: RecipeFile,
  planned: readonly PlannedClip[],
): Promise<number> {
  let ms = 0
  for (let at = 0; at < planned.length; at += sessions.length) {
    const round = planned.slice(at, at + sessions.length)
    const loaded = openBarrier(round.length)
    const times = await Promise.all(
      round.map(async (clip, i) => {
        const plan = await shootSource(sources[0] as Source, clip, clipOptionsOf(recipe))
        return (sessions[i] as Session).use(1, async (crew) => {
          await loadAll(plan.job, crew)
          await loaded()
          const begin = performance.now()
          const { frames } = plan.take
          const drawn = Array.from({ length: frames }, (_, n) => crew.stages[0].draw(n, 'floor'))
          await Promise.all(drawn)
          return performance.now() - begin
        })
      }),
    )
    // One that draws alone at the end of a round leaves a core to nobody: what all would take, shared out.
    ms += times.reduce((sum, time) => sum + time, 0) / sessions.length
  }
  return ms / 1000
}

/** Resolves for all once so many have come. */
function openBarrier(count: number): () => Promise<void> {
  let missing = count
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return () => {
    if (--missing === 0) open()
    return opened
  }
}
