import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CAMERA_FORMAT_NAMES, CAMERA_FORMATS, FITS, resized } from '#scenes'
import { InputError } from '../../errors.ts'
import { command } from '../command.ts'
import { answer, say } from '../io.ts'
import { writeOut } from '../write-out.ts'

export const cameras = command({
  name: 'cameras',
  summary: "Write a clip's camera poses in the format of another tool.",
  arguments: [{ name: '<clip>', doc: 'The folder of a clip.' }],
  options: z.strictObject({
    format: z.enum(CAMERA_FORMAT_NAMES).describe('Whose format.'),
    out: z.string().min(1).describe('Folder to write to.'),
    size: z
      .string()
      .regex(/^[1-9]\d{0,4}x[1-9]\d{0,4}$/, 'is width x height, such as 512x512')
      .optional()
      .describe("Size that the frames are brought to, such as 512x512; default is the clip's."),
    fit: z.enum(FITS).default('crop').describe('How --size is reached.'),
    force: z.boolean().default(false).describe('Replace files that are there already.'),
  }),
  async run({ args: [folder = ''], options: { format, out, size, fit, force }, io }) {
    const { readCameras } = await import('../../verify/stored-clip.ts')
    const stored = await readCameras(folder)
    const [width, height] = size?.split('x').map(Number) ?? []
    const made = width && height ? resized(stored, { width, height }, fit) : stored
    const { doc, files } = CAMERA_FORMATS[format]
    const texts = Object.entries(files(made)).map(
      ([name, text]) => [join(out, name), text] as const,
    )
    const there = texts.find(([file]) => existsSync(file))
    if (there && !force)
      throw new InputError(`${there[0]} is there already.`, {
        remedy: 'Replace it with --force, or name another folder with --out.',
      })
    for (const [file, text] of texts) await writeOut(file, text)
    answer(io, ...texts.map(([file]) => file))
    say(io, doc)
  },
})
