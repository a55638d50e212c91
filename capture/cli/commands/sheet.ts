import { z } from 'zod'
import type { Scene } from '#scenes'
import { encodePng } from '../../encode/png.ts'
import { InputError } from '../../errors.ts'
import { ClipOptions, SessionOptions } from '../../options.ts'
import { command } from '../command.ts'
import { contactSheet } from '../contact-sheet.ts'
import { answerJson, say } from '../io.ts'
import { clipWords, readSceneFor } from '../scene-options.ts'
import { withSession } from '../session.ts'
import { writeOut } from '../write-out.ts'

export const sheet = command({
  name: 'sheet',
  summary: 'Draw several moments of a scene as one PNG, to see it at a glance.',
  arguments: [{ name: '<scene>', doc: 'A scene file.' }],
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
    ...SessionOptions.shape,
    json: z.boolean().default(false).describe('Print the result as JSON on stdout.'),
  }),
  async run({ args: [file = ''], options, io }) {
    const given = await readSceneFor(file, options)
    const isOwnSize = options.size !== undefined || options.profile !== undefined
    const scene = isOwnSize
      ? given
      : { ...given, clip: { ...given.clip, ...previewSize(given.clip) } }
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

/** A size of about the preview's with the shape of the clip; custom sizes divide by 32, so the nearest such shape. */
function previewSize(clip: { width: number; height: number }): { width: number; height: number } {
  if (Math.max(clip.width, clip.height) <= longSide)
    return { width: clip.width, height: clip.height }
  const isWide = clip.width >= clip.height
  const ratio = isWide ? clip.height / clip.width : clip.width / clip.height
  const sizes = [longSide, longSide - 32, longSide - 64, longSide - 96].map((long) => {
    const short = Math.max(32, Math.round((long * ratio) / 32) * 32)
    return { long, short, off: Math.abs(Math.log(short / long / ratio)) }
  })
  const { long, short } = sizes.reduce((best, one) => (one.off < best.off ? one : best))
  return isWide ? { width: long, height: short } : { width: short, height: long }
}

const longSide = 640
