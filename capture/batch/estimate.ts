import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { withOverrides, RenderOptions, type SessionOptions } from '../options.ts'
import { planClip } from '../clip/plan.ts'
import { renderClip, type ClipResult } from '../clip/render-clip.ts'
import { openSession } from '../session.ts'
import { clipOptionsOf } from './candidate.ts'
import type { PlannedClip } from './planned.ts'
import type { Recipe } from './recipe.ts'
import { shootSource, type Source } from './source.ts'

/** What a reel takes, by some clips of it that were rendered for the purpose. */
export interface Estimate {
  clips: number
  frames: number
  lanes: number
  cores: number
  /** With all lanes at work. */
  hours_here: number
  core_hours: number
  /** Megabytes on the disk. */
  megabytes: number
  /** Clips rendered to tell, each shortened to so many frames. */
  calibrated_on: { clips: number; frames: number }
}

export interface EstimateCall {
  recipe: Recipe
  sources: readonly Source[]
  clips: readonly PlannedClip[]
  lanes: number
  session: Partial<SessionOptions>
  signal: AbortSignal
}

/** Frames of a calibration clip: enough to tell what one takes. */
const FRAMES = 16

/** Renders the beginning of a clip on every lane at once, after one that compiles shaders, and works out the rest. */
export async function estimate(call: EstimateCall): Promise<Estimate> {
  const { recipe, sources, clips, lanes, session, signal } = call
  const folder = await mkdtemp(join(tmpdir(), 'groundreel-estimate-'))
  const sample = Array.from(
    { length: Math.min(lanes, clips.length) },
    (_, i) => clips[Math.floor((i * clips.length) / Math.min(lanes, clips.length))] as PlannedClip,
  )
  const options = RenderOptions.parse({
    ...{ passes: recipe.passes, previews: recipe.previews, crf: recipe.crf },
    ...{ out: folder, force: true },
  })
  const sessions = await Promise.all(sample.map(() => openSession(session, signal)))
  try {
    const wholes: number[] = []
    const plans = await Promise.all(
      sample.map(async ({ seed, vary, camera, source: name }) => {
        const source = sources.find((one) => one.name === name) as Source // of the plan's recipe
        const { scene } = await shootSource(source, { seed, vary, camera }, clipOptionsOf(recipe))
        wholes.push(scene.clip.frames)
        const frames = Math.min(FRAMES, scene.clip.frames)
        return planClip(withOverrides(scene, { frames }), { camera })
      }),
    )
    const round = () =>
      Promise.all(
        plans.map((plan, i) => {
          const own = { ...options, name: `clip-${i}` }
          return (sessions[i] as (typeof sessions)[number]).use(
            1,
            (crew) => renderClip(plan, own, crew),
            { signal },
          )
        }),
      )
    await round()
    const results = await round()
    const costs = results.map((result, i) => costOf(result, wholes[i] as number))
    const mean = (pick: (cost: (typeof costs)[number]) => number) =>
      costs.reduce((sum, cost) => sum + pick(cost), 0) / costs.length
    const hours = (clips.length * mean(({ seconds }) => seconds)) / sample.length / 3600
    return {
      clips: clips.length,
      frames: Math.round(clips.length * mean(({ frames }) => frames)),
      lanes: sample.length,
      cores: availableParallelism(),
      hours_here: significant(hours),
      core_hours: significant(hours * availableParallelism()),
      megabytes: significant((clips.length * mean(({ bytes }) => bytes)) / 2 ** 20),
      calibrated_on: { clips: results.length, frames: FRAMES },
    }
  } finally {
    await Promise.all(sessions.map((one) => one.close()))
    await rm(folder, { recursive: true, force: true })
  }
}

/** Of a clip of so many frames: drawing goes by the frame, and so does what a film takes on the disk. */
function costOf({ manifest }: ClipResult, frames: number) {
  const { draw = 0, ...once } = manifest.timings
  const more = frames / manifest.frames
  const fixed = Object.values(once).reduce((sum, ms) => sum + ms, 0)
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0)
  return { frames, seconds: (fixed + draw * more) / 1000, bytes: bytes * more }
}

function significant(value: number): number {
  return Number(value.toPrecision(3))
}
