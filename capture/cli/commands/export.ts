import { z } from 'zod'
import { openDraft } from '../../clip/folder.ts'
import { ReelExportOptions } from '../../dataset/options.ts'
import { TARGET_NAMES, TARGETS, type TargetName } from '../../dataset/targets/index.ts'
import { findFfmpeg } from '../../encode/discover.ts'
import { InputError } from '../../errors.ts'
import { readClipTruth } from '../../export/clip-truth.ts'
import {
  EXPORT_FORMATS,
  exportable,
  type ExportFormat,
  exportPasses,
} from '../../export/export-passes.ts'
import { FIELD_NAMES } from '../../passes/fields.ts'
import { SessionOptions } from '../../options.ts'
import { heardByMany } from '../../process.ts'
import { command } from '../command.ts'
import { exportLines, rejectLines } from '../export-lines.ts'
import { answer, answerJson, type Io, say } from '../io.ts'
import { nearestOf } from '../nearest.ts'
import { openProgress } from '../progress.ts'

const Options = ReelExportOptions.extend({
  passes: z
    .array(z.enum(FIELD_NAMES))
    .optional()
    .describe('Of a clip: stored passes, or such as are worked out from them; default is all.'),
  out: z.string().min(1).describe('Folder to write to.'),
  ffmpeg: SessionOptions.shape.ffmpeg,
  force: z.boolean().default(false).describe('Replace an export that is there already.'),
  json: z.boolean().default(false).describe('Print what was exported as JSON on stdout.'),
})
type Options = z.infer<typeof Options>

export const exportCommand = command({
  name: 'export',
  summary: 'Write a reel for a trainer, or the passes of a clip in a format of other tools.',
  arguments: [
    {
      name: '<target>',
      doc: `${TARGET_NAMES.join(', ')}; of passes ${EXPORT_FORMATS.join(', ')}.`,
    },
    { name: '<reel>', doc: 'The folder of a reel, of clips, or of a clip.' },
  ],
  options: Options,
  async run({ args: [target = '', from = ''], options, io }) {
    const format = EXPORT_FORMATS.find((name) => name === target)
    if (format) return passesOf(from, format, options, io)
    const name = TARGET_NAMES.find((one) => one === target)
    if (name) return reelFor(from, name, options, io)
    const all = [...TARGET_NAMES, ...EXPORT_FORMATS]
    const rows = TARGET_NAMES.map((one) => `  ${one.padEnd(16)}${TARGETS[one].doc}`)
    throw new InputError(`There is no target "${target}"${nearestOf(target, all) || '.'}`, {
      remedy: [
        'The targets are:',
        ...rows,
        `  ${EXPORT_FORMATS.join(', ')}: passes of a clip.`,
      ].join('\n'),
    })
  },
})

async function reelFor(from: string, name: TargetName, options: Options, io: Io): Promise<void> {
  if (options.passes)
    throw new InputError(`--passes is for ${EXPORT_FORMATS.join(', ')}; ${name} takes whole clips.`)
  const [{ exportReel }, { planExport }] = await Promise.all([
    import('../../dataset/export-reel.ts'),
    import('../../dataset/plan.ts'),
  ])
  const plan = planExport(name, ReelExportOptions.strip().parse(options))
  const progress = openProgress(io)
  try {
    const { folder, report, notes } = await exportReel(from, plan, options, {
      signal: heardByMany(io.signal),
      ffmpeg: async () => (await findFfmpeg(options.ffmpeg)).path,
      onFit: (fit) => say(io, ...rejectLines(fit)),
      onClip: (done, total) => progress.show({ stage: 'export', done, total }),
    })
    progress.stop()
    say(io, ...exportLines(report), ...notes.map((note) => `For the trainer: ${note}`))
    if (options.json) answerJson(io, { folder, ...report, notes })
    else answer(io, folder)
  } finally {
    progress.stop()
  }
}

/** Options of reels that say nothing of passes. */
const OF_REELS = ['model', 'frames', 'caption', 'prefix', 'control', 'licence', 'split'] as const

async function passesOf(clip: string, as: ExportFormat, options: Options, io: Io): Promise<void> {
  const strange = OF_REELS.find((name) => options[name] !== undefined)
  if (strange) throw new InputError(`--${strange} is for exports of reels, and ${as} is of passes.`)
  const { passes, out, ffmpeg, force } = options
  const truth = await readClipTruth(clip)
  const decoder = { ffmpeg: (await findFfmpeg(ffmpeg)).path, signal: heardByMany(io.signal) }
  const kind = { name: 'an export', mark: 'passes.json' }
  const folder = await openDraft(out, { force, kind })
  const progress = openProgress(io)
  try {
    const wanted = { passes: passes ?? exportable(truth, as), as }
    await exportPasses(truth, wanted, folder, decoder, {
      onFrame: (done, total) => progress.show({ stage: 'write', done, total }),
    })
    io.signal.throwIfAborted()
    await folder.commit()
  } catch (error) {
    await folder.discard()
    throw error
  } finally {
    progress.stop()
  }
  if (options.json)
    answerJson(io, { folder: folder.final, passes: passes ?? exportable(truth, as) })
  else answer(io, folder.final)
}
