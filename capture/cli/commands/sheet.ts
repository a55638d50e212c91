import { z } from 'zod'
import type { Scene } from '#scenes'
import { encodePng } from '../../encode/png.ts'
import { InputError } from '../../errors.ts'
import { ClipOptions, SessionOptions, TemplateOptions } from '../../options.ts'
import { command } from '../command.ts'
import { contactSheet } from '../contact-sheet.ts'
import { answerJson, say } from '../io.ts'
import { previewSize } from '../../clip/preview-size.ts'
import { clipWords, readSceneFor } from '../scene-options.ts'
import { seedSheet } from '../seed-sheet.ts'
import { Seeds } from '../seeds.ts'
import { withSession } from '../session.ts'
import { writeOut } from '../write-out.ts'

export const sheet = command({
  name: 'sheet',
  summary: 'Draw several moments of a scene, or several scenes of a template, as one PNG.',
  arguments: [{ name: '<scene>', doc: 'A scene or template file.' }],
  options: ClipOptions.extend({
    size: ClipOptions.shape.size.describe(
      "Width x height to draw in; default is the scene's shape, about 640 wide.",
    ),
    times: z.array(z.coerce.number().min(0)).optional().describe('Which moments, in seconds.'),
    count: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .default(9)
      .describe('How many moments, spread evenly, when none are named.'),
    columns: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe('Pictures in a row; default is a square.'),
    cell: z.coerce
      .number()
      .int()
      .min(32)
      .max(1024)
      .default(320)
      .describe('Width of a picture in pixels.'),
    out: z.string().min(1).optional().describe('File to write; default is <name>-sheet.png.'),
    ...TemplateOptions.shape,
    seeds: Seeds.optional().describe(
      'One picture of each of these scenes of a template, as in 0-11: the middle, or the first of --times.',
    ),
    ...SessionOptions.shape,
    json: z.boolean().default(false).describe('Print the result as JSON on stdout.'),
  }),
  async run({ args: [file = ''], options, io }) {
    if (options.seeds !== undefined)
      return seedSheet(file, { ...options, seeds: options.seeds }, io)
    const { scene: given } = await readSceneFor(file, options)
    const isOwnSize = options.size !== undefined || options.profile !== undefined
    const scene = isOwnSize
      ? given
      : { ...given, clip: { ...given.clip, ...previewSize(given.clip, longSide) } }
    const frames = framesOf(scene, options)
    const out = options.out ?? `${scene.name}-sheet.png`
    say(io, `${file}: ${clipWords(given)}`)
    await withSession(io, options, async (session) => {
      const { camera, columns = Math.ceil(Math.sqrt(frames.length)), cell: cellWidth } = options
      const pictures = await session.stills(scene, frames, { camera }, { signal: io.signal })
      const seconds = frames.map((frame) => frame / scene.clip.fps)
      const cells = pictures.map((picture, i) => ({
        picture,
        label: `${(seconds[i] ?? 0).toFixed(2)}s`,
      }))
      const page = contactSheet(cells, { columns, cellWidth })
      await writeOut(out, encodePng(page))
      say(io, `${frames.length} pictures: ${out} (${page.width}x${page.height})`)
      if (options.json)
        answerJson(io, {
          file: out,
          frames,
          seconds,
          columns,
          width: page.width,
          height: page.height,
        })
    })
  },
})

function framesOf(
  { clip: { fps, frames } }: Scene,
  { times, count }: { times?: number[] | undefined; count: number },
): number[] {
  if (!times) {
    const shown = Math.min(count, frames)
    return Array.from({ length: shown }, (_, i) =>
      Math.round((i * (frames - 1)) / Math.max(1, shown - 1)),
    )
  }
  return times.map((seconds) => {
    const frame = Math.round(seconds * fps)
    if (frame < frames) return frame
    throw new InputError(
      `${seconds} s is past the end: the last frame is at ${((frames - 1) / fps).toFixed(2)} s.`,
    )
  })
}

/** Pixels of the longer side unless a size is asked for. */
const longSide = 640
