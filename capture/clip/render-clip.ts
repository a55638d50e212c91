import type { CameraTrack } from '#scenes'
import type { Encoder } from '../encode/encoder.ts'
import { writePoster } from '../encode/poster.ts'
import { clipTruthOf } from '../export/clip-truth.ts'
import { exportPasses, previewsOf } from '../export/export-passes.ts'
import { blankGuard } from '../observe/blank.ts'
import { openDenseObserver } from '../observe/dense.ts'
import { openObserver } from '../observe/observer.ts'
import { choosePoster } from '../observe/poster-choice.ts'
import { sampleFrames } from '../observe/schedule.ts'
import type { RenderOptions } from '../options.ts'
import { TRUTH_PASSES } from '../passes/formats.ts'
import { requirePossible } from '../passes/possible.ts'
import { drawAhead, type ExtraPass } from '../stage/draw-ahead.ts'
import { type Crew, loadAll } from './crew.ts'
import { openEncoders } from './encoders.ts'
import { openDraft } from './folder.ts'
import { type Manifest, sha256, writeManifest } from './manifest.ts'
import { clipPath, type ClipPlan } from './plan.ts'
import { stopwatch } from './stopwatch.ts'
import { describe, type Description, writeTruth } from './truth.ts'

export interface ClipResult {
  /** Where the clip is, absolute. */
  folder: string
  manifest: Manifest
  description: Description
}

/**
 * Draws, encodes, observes and describes one clip; its folder appears complete or not at all.
 * @param judge throws where a clip of which this is said is not wanted
 */
export async function renderClip(
  plan: ClipPlan,
  options: RenderOptions,
  crew: Crew,
  judge: (description: Description) => void = () => {},
): Promise<ClipResult> {
  const { stages, ffmpeg, signal, onProgress = () => {} } = crew
  const { take, job } = plan
  const time = stopwatch()
  const { shots: spans } = take.cameras[job.camera] as CameraTrack
  requirePossible(options.passes, { shots: spans })
  const previews = options.previews ? previewsOf(options.passes) : []
  const folder = await openDraft(clipPath(plan, options), options)
  let encoders: Encoder[] = []
  try {
    // ffmpeg takes a tenth of a second to start: it does so while the stage loads.
    const { video, passes, all } = openEncoders(plan, options, folder, crew)
    encoders = all
    onProgress({ stage: 'load', done: 0, total: 1 })
    const report = await loadAll(job, crew)
    time.lap('load')

    const wanted = TRUTH_PASSES.filter((pass) => passes.has(pass))
    const sampled = new Set(sampleFrames({ ...take, shots: spans }))
    const observer = openObserver(take, { width: job.surveyWidth, height: job.surveyHeight })
    const dense = wanted.length > 0 ? openDenseObserver(plan) : undefined
    const guard = blankGuard(take.cast.length)
    const poster = choosePoster()
    const frameHashes: string[] = []

    // What is observed of every frame is drawn, kept or not; after what is kept, whose draw may yield it as well.
    const alsoOf = (frame: number): Iterable<ExtraPass> =>
      dense ? new Set([...wanted, ...dense.passes]) : sampled.has(frame) ? ['survey'] : []
    const shots = Array.from({ length: take.frames }, (_, frame) => ({
      frame,
      also: alsoOf(frame),
    }))
    for await (const { frame, rgb, also } of drawAhead(stages, shots, { signal })) {
      frameHashes.push(sha256(rgb.bytes))
      await video.write(rgb.bytes)
      for (const [pass, encoder] of passes) {
        const picture = also.get(pass)
        if (picture) await encoder.write(picture.bytes)
      }
      dense?.add(frame, also)
      const survey = also.get('survey')
      if (survey && sampled.has(frame)) poster.offer(observer.add(survey), rgb)
      await guard.check(rgb, () => stages[0].draw(frame, 'survey', signal))
      onProgress({ stage: 'draw', done: frame + 1, total: take.frames })
    }
    guard.finish()
    time.lap('draw')

    onProgress({ stage: 'describe', done: 0, total: 1 })
    const encoded = Promise.all([
      ...encoders.map((encoder) => encoder.finish()),
      poster.best && writePoster(ffmpeg.path, poster.best, folder.path('poster.jpg'), signal),
    ])
    // Awaited below; should the description fail first, its error is the one to tell.
    encoded.catch(() => {})
    let turn = 0
    const observations = await observer.finish((frame, without) => {
      const stage = stages[turn++ % stages.length] ?? stages[0]
      return stage.draw(frame, { without }, signal)
    })
    time.lap('observe')
    const description = describe(plan, observations, options)
    judge(description)
    time.lap('describe')
    const { cameras, annotations } = await writeTruth(folder, plan, description, dense?.truth)
    await encoded
    time.lap('encode')
    if (previews.length > 0) {
      const truth = clipTruthOf(cameras, annotations, wanted, folder.path)
      const how = { passes: previews, as: 'preview' } as const
      await exportPasses(truth, how, folder.within('preview'), { ffmpeg: ffmpeg.path, signal })
      time.lap('previews')
    }

    const { crf } = options
    const manifest = await writeManifest(folder, plan, {
      ...crew,
      report,
      crf,
      passes: wanted,
      frameHashes,
      timings: time.laps,
    })
    signal?.throwIfAborted()
    await folder.commit()
    return { folder: folder.final, manifest, description }
  } catch (error) {
    await Promise.all(encoders.map((encoder) => encoder.abort()))
    await folder.discard()
    throw error
  }
}
