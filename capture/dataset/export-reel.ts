import { type DraftFolder, type FolderKind, openDraft } from '../clip/folder.ts'
import { InputError } from '../errors.ts'
import { openReel, type Reel, type ReelClip } from '../reel/open-reel.ts'
import { groundreelVersion } from '../version.ts'
import { captionFor, type Texts, withCaptions } from './captions/caption-for.ts'
import { type Form, formFor, type Mix } from './captions/choice.ts'
import { wordedIn, type Worded } from './captions/word.ts'
import { CUT, fitOf, neededFiles, takesShots } from './fit.ts'
import type { Plan } from './plan.ts'
import { openShots, type Shots } from './split-shots.ts'
import { openTally, type Reject, type Spread, type Tally } from './tally.ts'
import type { Item } from './target.ts'
import { isUnfit, type Window, windowWords } from './window.ts'

/** The file by which an export is known; hidden, for loaders take what else lies there for data. */
export const EXPORT_KIND: FolderKind = { name: 'an export', mark: '.groundreel.json' }

export interface ExportReport {
  target: string
  reel: string
  groundreel: string
  model?: string
  clips: number
  rejects: Reject[]
  /** What is trained on, and of how many clips. */
  windows: Record<string, number>
  /** Which caption, with `dense > default` where one gave way to a shorter. */
  forms: Record<string, number>
  /** Of the captions, estimated. */
  tokens?: Spread & { budget?: number }
}

export interface ExportWatch {
  signal: AbortSignal
  ffmpeg(): Promise<string>
  /** Called once it is known which clips are of no use, before anything is written. */
  onFit?(fit: { clips: number; rejects: Reject[] }): void
  onClip?(done: number, total: number): void
}

/**
 * Writes a reel for a trainer. Throws an InputError where no clip is of use to it, with what to render.
 * @returns the folder, what was done, and lines for whoever trains
 */
export async function exportReel(
  from: string,
  plan: Plan,
  { out, force }: { out: string; force: boolean },
  watch: ExportWatch,
): Promise<{ folder: string; report: ExportReport; notes: string[] }> {
  const { signal, ffmpeg } = watch
  const shots = openShots({ ffmpeg, signal, videos: neededFiles(plan.target, plan.controls) })
  const source = { reel: await openReel(from), shots }
  try {
    return await exportFrom(source, from, plan, { out, force }, watch)
  } finally {
    await shots.close()
  }
}

/** What is exported: a reel, and how clips of it are taken apart. */
interface Source {
  reel: Reel
  shots: Shots
}

async function exportFrom(
  source: Source,
  from: string,
  plan: Plan,
  { out, force }: { out: string; force: boolean },
  watch: ExportWatch,
): Promise<{ folder: string; report: ExportReport; notes: string[] }> {
  const { reel } = source
  const fit = openTally()
  const { clips: left, areFolders } = await count(source, plan, fit)
  if (left === 0) throw noneFits(from, plan, fit)
  watch.onFit?.({ clips: left, rejects: fit.rejects() })

  const kind = EXPORT_KIND
  const folder = await openDraft(out, { force, kind, areLinksKept: areFolders })
  try {
    const tally = openTally()
    const { clips, notes } = await write(source, plan, folder, { ...watch, tally, total: left })
    if (clips === 0) throw noneFits(from, plan, tally)
    const report = reportOf(reel, plan, clips, tally)
    await folder.write(EXPORT_KIND.mark, `${JSON.stringify(report, undefined, 1)}\n`)
    watch.signal.throwIfAborted()
    await folder.commit()
    return { folder: folder.final, report, notes }
  } catch (error) {
    await folder.discard()
    throw error
  }
}

interface Writing extends ExportWatch {
  tally: Tally
  total: number
}

async function write(source: Source, plan: Plan, folder: DraftFolder, writing: Writing) {
  const { reel } = source
  const { tally, total, signal, ffmpeg, onClip } = writing
  const { target, model, controls } = plan
  const writer = await target.open({ folder, reel: reel.file, model, controls, ffmpeg, signal })
  let [clips, seen] = [0, 0]
  for await (const { clip, window } of fitting(source, plan, tally)) {
    signal.throwIfAborted()
    const item = await itemOf(clip, window, plan, tally)
    if (item) {
      await writer.add(item)
      tally.window(windowWords(window))
      clips++
    }
    onClip?.(++seen, total)
  }
  return { clips, notes: await writer.finish() }
}

/** How many clips are of use, and whether they all lie in folders that last. */
async function count(source: Source, plan: Plan, tally: Tally) {
  let [clips, areFolders] = [0, true]
  for await (const { clip } of fitting(source, plan, tally)) {
    clips++
    areFolders &&= !clip.isPacked
  }
  return { clips, areFolders }
}

interface Fitting {
  clip: ReelClip
  window: Window
}

/** The clips that are of use, in the order in which they are written; why the others are not is tallied. */
async function* fitting(source: Source, plan: Plan, tally: Tally): AsyncGenerator<Fitting> {
  if (!plan.target.group) return yield* fittingAlone(source, plan, tally)
  const groups = new Map<string, Fitting[]>()
  for await (const one of fittingAlone(source, plan, tally))
    groups.set(one.clip.row.group, [...(groups.get(one.clip.row.group) ?? []), one])
  const { least, render } = plan.target.group
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (group.length >= least)
      yield* group.sort((a, b) => (a.clip.row.camera < b.clip.row.camera ? -1 : 1))
    else
      for (const { clip } of group)
        tally.reject({ reason: `a scene with fewer than ${least} cameras`, render }, clip.row.id)
  }
}

async function* fittingAlone(
  { reel, shots }: Source,
  plan: Plan,
  tally: Tally,
): AsyncGenerator<Fitting> {
  let last = ''
  for await (const whole of reel.clips()) {
    const { id, split } = whole.row
    if (plan.split !== undefined && split !== plan.split) continue
    const fit = await fitOf(whole, plan)
    const isApart = fit === CUT && takesShots(plan.target)
    for (const clip of isApart ? await shots.of(whole) : [whole]) {
      const window = isApart ? await fitOf(clip, plan) : fit
      if (isUnfit(window)) tally.reject(window, clip.row.id)
      else if (id === last) tally.reject({ reason: 'the same clip as another' }, id)
      else yield { clip, window }
    }
    last = id
  }
}

/** The clip with its captions; undefined, and tallied, where there is none that will do. */
async function itemOf(
  clip: ReelClip,
  window: Window,
  plan: Plan,
  tally: Tally,
): Promise<Item | undefined> {
  const { row, folder } = clip
  const reject = (error: unknown) => {
    if (!(error instanceof InputError)) throw error
    tally.reject({ reason: error.message.replaceAll(clip.shot?.folder ?? folder, 'it') }, row.id)
    return null
  }
  // A shot may be too short to tell of.
  if ((await clip.ready().catch(reject)) === null) return undefined
  const licensed = { ...row, ...(plan.licence && { license: plan.licence }) }
  const { mix } = plan
  if (!mix) return { row: licensed, folder, window, texts: [] }
  const texts = await captionFor(clip, window, plan).catch(reject)
  if (texts === null) return undefined
  if (!texts) {
    tally.reject({ reason: 'no Chinese captions: an actor has no Chinese noun' }, row.id)
    return undefined
  }
  const worded = wordedAs(formsOf(row.id, mix, plan), texts, plan, tally)
  if (worded.length === 0) {
    tally.reject({ reason: `no caption within ${plan.budget} tokens` }, row.id)
    return undefined
  }
  const [{ text }] = worded as [Worded, ...Worded[]]
  const told = withCaptions({ ...licensed, caption: text, text, prompt: text }, texts)
  return { row: told, folder, window, texts: worded.map((one) => one.text) }
}

function formsOf(id: string, mix: Mix, { target }: Plan): Form[] {
  return target.isList ? mix.map(([form]) => form) : [formFor(id, mix)]
}

function wordedAs(forms: Form[], texts: Texts, plan: Plan, tally: Tally): Worded[] {
  const words = forms.flatMap((form) => {
    const worded = wordedIn(texts, form, plan)
    if (worded) tally.form(worded.form === form ? form : `${form} > ${worded.form}`)
    return worded ?? []
  })
  // Two forms may have given way to the same one.
  const unlike = words.filter(({ text }, i) => words.findIndex((one) => one.text === text) === i)
  for (const { tokens } of unlike) tally.tokens(tokens)
  return unlike
}

function reportOf(reel: Reel, plan: Plan, clips: number, tally: Tally): ExportReport {
  const { name, model, budget } = plan
  const lengths = tally.lengths()
  return {
    target: name,
    reel: reel.file.name,
    groundreel: groundreelVersion(),
    ...(model && { model: `${model.name}, ${model.frames} frames at ${model.fps} fps` }),
    clips,
    rejects: tally.rejects(),
    windows: tally.windows(),
    forms: tally.forms(),
    ...(lengths && { tokens: { ...lengths, ...(budget !== undefined && { budget }) } }),
  }
}

function noneFits(from: string, { name }: Plan, tally: Tally): InputError {
  const rejects = tally.rejects()
  if (rejects.length === 0) return new InputError(`${from} has no clip to export.`)
  const faults = rejects.map(({ reason, clips }) => `\n  ${clips} of them: ${reason}`)
  const renders = [...new Set(rejects.flatMap(({ render }) => render ?? []))]
  const remedy = renders.length > 0 ? { remedy: `Render ${renders.join(', or ')}.` } : {}
  return new InputError(`No clip of ${from} is of use to ${name}.${faults.join('')}`, remedy)
}
