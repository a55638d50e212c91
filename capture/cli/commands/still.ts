import { z } from 'zod'
import type { Scene } from '#scenes'
import { encodePng } from '../../encode/png.ts'
import { InputError } from '../../errors.ts'
import { ClipOptions, SessionOptions, TemplateOptions } from '../../options.ts'
import { command } from '../command.ts'
import { answerJson, say } from '../io.ts'
import { clipWords, readSceneFor } from '../scene-options.ts'
import { withSession } from '../session.ts'
import { writeOut } from '../write-out.ts'

export const still = command({
  name: 'still',
  summary: 'Draw one frame of a scene as a PNG.',
  arguments: [{ name: '<scene>', doc: 'A scene or template file.' }],
  options: ClipOptions.extend({
    at: z
      .string()
      .regex(/^\d+(\.\d+)?s?$/, 'takes seconds, such as 2.0s')
      .optional()
      .describe('Which moment, in seconds such as 2.0s; default is the middle.'),
    frame: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .describe('Which frame, from 0; instead of a moment.'),
    out: z.string().min(1).optional().describe('File to write; default is <name>-<seconds>s.png.'),
    ...TemplateOptions.shape,
    ...SessionOptions.shape,
    json: z.boolean().default(false).describe('Print the result as JSON on stdout.'),
  }),
  async run({ args: [file = ''], options, io }) {
    const { scene } = await readSceneFor(file, options)
    const frame = frameOf(scene, options)
    const seconds = (frame / scene.clip.fps).toFixed(2)
    const out = options.out ?? `${scene.name}-${seconds}s.png`
    say(io, `${file}: ${clipWords(scene)}`)
    await withSession(io, options, async (session) => {
      const { camera } = options
      const picture = await session.still(scene, { frame }, { camera }, { signal: io.signal })
      await writeOut(out, encodePng(picture))
      say(io, `Frame ${frame} at ${seconds} s: ${out}`)
      if (options.json)
        answerJson(io, {
          file: out,
          frame,
          seconds: Number(seconds),
          width: picture.width,
          height: picture.height,
        })
    })
  },
})

function frameOf(
  { clip: { fps, frames } }: Scene,
  { at, frame }: { at?: string | undefined; frame?: number | undefined },
): number {
  const last = `the last frame is ${frames - 1}, at ${((frames - 1) / fps).toFixed(2)} s`
  if (at !== undefined && frame !== undefined)
    throw new InputError('Give --at or --frame, not both.')
  const asked =
    frame ?? (at === undefined ? Math.floor(frames / 2) : Math.round(Number.parseFloat(at) * fps))
  if (asked >= frames)
    throw new InputError(
      `${at === undefined ? `Frame ${frame}` : `--at ${at}`} is past the end: ${last}.`,
    )
  return asked
}
