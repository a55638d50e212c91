import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Scene } from '#scenes'
import { InputError } from '../../errors.ts'
import { packageFolder } from '../../package-folder.ts'
import { command } from '../command.ts'
import { say } from '../io.ts'
import { writeOut } from '../write-out.ts'

export const newTemplate = command({
  name: 'new',
  summary: 'Write a commented template to start from.',
  arguments: [{ name: '<name>', doc: 'What it is called: a-z, 0-9 and -.' }],
  options: z.strictObject({
    out: z.string().min(1).optional().describe('File to write; default is <name>.json.'),
    force: z.boolean().default(false).describe('Replace a file that is there already.'),
  }),
  async run({ args: [name = ''], options: { out = `${name}.json`, force }, io }) {
    const checked = Scene.shape.name.safeParse(name)
    if (!checked.success)
      throw new InputError(`A name holds a-z, 0-9 and - only, at most 64 of them (got "${name}").`)
    if (existsSync(out) && !force)
      throw new InputError(`${out} is there already.`, {
        remedy: 'Replace it with --force, or name another file with --out.',
      })
    const starter = await readFile(join(packageFolder(), 'scenes/templates/starter.json'), 'utf8')
    await writeOut(out, starter.replace('"name": "starter"', `"name": "${name}"`))
    say(
      io,
      `A template: ${out}`,
      `Look at it:  groundreel sheet ${out} --seeds 0-11`,
      `Render one:  groundreel render ${out} --seed 3`,
    )
  },
})
