import { z } from 'zod'
import { openDraft } from '../../clip/folder.ts'
import { findFfmpeg } from '../../encode/discover.ts'
import { readClipTruth } from '../../export/clip-truth.ts'
import { EXPORT_FORMATS, exportable, exportPasses } from '../../export/export-passes.ts'
import { FIELD_NAMES } from '../../passes/fields.ts'
import { SessionOptions } from '../../options.ts'
import { heardByMany } from '../../process.ts'
import { command } from '../command.ts'
import { answer } from '../io.ts'
import { openProgress } from '../progress.ts'

export const exportCommand = command({
  name: 'export',
  summary: "Write a clip's passes in a format of other tools.",
  arguments: [{ name: '<clip>', doc: 'The folder of a clip that was rendered with --passes.' }],
  options: z.strictObject({
    passes: z
      .array(z.enum(FIELD_NAMES))
      .optional()
      .describe('Stored passes, or such as are worked out from them; default is all that can be.'),
    as: z
      .enum(EXPORT_FORMATS)
      .describe(
        'npy (one array), exr (32-bit floats), png (16 bits, depth in mm, KITTI flow) or preview (mp4).',
      ),
    out: z.string().min(1).describe('Folder to write to.'),
    ffmpeg: SessionOptions.shape.ffmpeg,
    force: z.boolean().default(false).describe('Replace an export that is there already.'),
  }),
  async run({ args: [clip = ''], options: { passes, as, out, ffmpeg, force }, io }) {
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
    answer(io, folder.final)
  },
})
