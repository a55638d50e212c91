import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession, planClip, type Session } from '#capture'
import type { Scene } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
import { BUNDLE } from '../../capture/passes/formats.ts'
import { findFfmpeg } from '../../capture/encode/discover.ts'
import { example, EXAMPLES } from '../examples.ts'
import { PosedMeshes } from '../truth/posed-meshes.ts'
import { openTruth } from '../truth/truth-clip.ts'
import { quantile, truthErrors, type TruthErrors } from '../truth/truth-errors.ts'
import { median } from './measure.ts'
import { peakOf } from './peak.ts'

export interface TruthOptions {
  /** Frames of the clips that are timed. */
  frames: number
  /** Pixels on a side of them. */
  size: number
  /** Pixels looked at in each sampled frame. */
  pixels: number
  say: (line: string) => void
}

/** What passes cost beside the video alone, how large they are, and how true. */
export async function benchTruth({ frames, size, pixels, say }: TruthOptions) {
  const out = await mkdtemp(join(tmpdir(), 'groundreel-bench-'))
  const ffmpeg = (await findFfmpeg()).path
  const session = await openSession()
  try {
    const rows = []
    const all: TruthErrors[] = []
    for (const name of EXAMPLES) {
      const scene = example(name, { width: size, height: size, frames })
      const cost = await costOf(session, scene, out)
      const { folder } = await session.render(
        example(name, { width: 832, height: 480, frames: SAMPLED }),
        { out, name: `${name}-true`, passes: [...BUNDLE], force: true },
      )
      const sizes = await Promise.all(
        BUNDLE.map(async (pass) => (await stat(join(folder, `passes/${pass}.mkv`))).size),
      )
      const clip = await openTruth(folder, ffmpeg)
      const meshes = new PosedMeshes(clip.scene, clip.take, 0)
      const errors = truthErrors(clip, meshes, { frames: [1, 5, 9], pixels, name })
      all.push(errors)
      const mb = (sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6 / SAMPLED) * 129
      const differences = await idDifferences(session, clip.scene)
      const row = { scene: name, cost, mb, differences, ...figuresOf([errors]) }
      rows.push(row)
      say(JSON.stringify(row))
    }
    const long = example('demo', { width: 256, height: 160, fps: 24 })
    const [first, whole] = [
      await peakOf(session, long, 5, out),
      await peakOf(session, long, 60, out),
    ]
    const { backend, renderer } = session.identity.browser
    return {
      passes_cost_ratio: median(rows.map(({ cost }) => cost)),
      passes_cost_ratio_worst: Math.max(...rows.map(({ cost }) => cost)),
      mb_per_129_frames: median(rows.map(({ mb }) => mb)),
      mb_per_129_frames_worst: Math.max(...rows.map(({ mb }) => mb)),
      id_map_differences: rows.reduce((sum, { differences }) => sum + differences, 0),
      ...figuresOf(all),
      peak_mb_5_s: Math.round(first),
      peak_mb_60_s: Math.round(whole),
      gl: backend,
      renderer,
      n: all.reduce((sum, { looked }) => sum + looked, 0),
      rows,
    }
  } finally {
    await session.close()
    await rm(out, { recursive: true, force: true })
  }
}

/** Frames of the clips that are measured; their size is told for 129. */
const SAMPLED = 18

/** Wall time of a clip with the bundle over one without, medians of three, in turns. */
async function costOf(session: Session, scene: Scene, out: string): Promise<number> {
  const timed = async (passes: typeof BUNDLE | []) => {
    const start = performance.now()
    await session.render(scene, { out, name: 'timed', passes: [...passes], force: true })
    return performance.now() - start
  }
  // Shaders compile with the first of each.
  await timed([])
  await timed(BUNDLE)
  const pairs = []
  for (let i = 0; i < 3; i++) {
    const alone = await timed([])
    pairs.push((await timed(BUNDLE)) / alone)
  }
  return median(pairs)
}

/** Pixels of three frames whose id is another than the picture's own meshes draw in flat colours. */
async function idDifferences(session: Session, scene: Scene): Promise<number> {
  const { job } = await planClip(scene, {})
  return session.use(1, async (crew) => {
    await loadAll(job, crew)
    const [stage] = crew.stages
    let different = 0
    for (const frame of [1, 5, 9]) {
      const [ids, flat] = [await stage.draw(frame, 'instance'), await stage.draw(frame, 'flat')]
      for (let i = 0; i < ids.bytes.length; i += 2)
        if (ids.bytes[i] !== flat.bytes[i] || ids.bytes[i + 1] !== flat.bytes[i + 1]) different++
    }
    return different
  })
}

function figuresOf(all: TruthErrors[]) {
  const of = (pick: (errors: TruthErrors) => number[]) => all.flatMap(pick)
  const sum = (pick: (errors: TruthErrors) => number) =>
    all.reduce((total, errors) => total + pick(errors), 0)
  return {
    depth_error_median: quantile(
      of(({ depth }) => depth),
      0.5,
    ),
    depth_carried_error: quantile(
      of(({ carried }) => carried),
      0.5,
    ),
    flow_median_px: quantile(
      of(({ flow }) => flow),
      0.5,
    ),
    flow_p99_px: quantile(
      of(({ flow }) => flow),
      0.99,
    ),
    cycle_consistency: quantile(
      of(({ cycle }) => cycle),
      0.5,
    ),
    normal_error_deg: quantile(
      of(({ normal }) => normal),
      0.98,
    ),
    photometric_ratio: sum(({ warped }) => warped) / sum(({ plain }) => plain),
    ray_other_share: sum(({ others }) => others) / sum(({ looked }) => looked),
  }
}
