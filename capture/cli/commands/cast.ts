import { z } from 'zod'
import { TemplateOptions } from '../../options.ts'
import { command } from '../command.ts'
import { answerJson, say } from '../io.ts'
import { readCast } from '../read-template.ts'
import { writeOut } from '../write-out.ts'

export const cast = command({
  name: 'cast',
  summary: 'Make one scene of a template and print it.',
  arguments: [{ name: '<template>', doc: 'A template file.' }],
  options: TemplateOptions.extend({
    out: z.string().min(1).optional().describe('File to write; default is stdout.'),
    json: z
      .boolean()
      .default(false)
      .describe('Print the scene together with the value of every choice.'),
  }),
  async run({ args: [file = ''], options, io }) {
    const { out, json, ...wanted } = options
    const { scene, template } = await readCast(file, wanted)
    const content = json ? { scene, template } : scene
    if (out === undefined) return answerJson(io, content)
    await writeOut(out, `${JSON.stringify(content, undefined, 2)}\n`)
    const tries = template && template.tries > 1 ? ` (after ${template.tries} tries)` : ''
    say(io, `Seed ${template?.seed ?? scene.seed} of ${file}: ${out}${tries}`)
  },
})
