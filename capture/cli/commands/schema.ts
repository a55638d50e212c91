import { z } from 'zod'
import { sceneJsonSchema } from '#scenes'
import { command } from '../command.ts'
import { answerJson, say } from '../io.ts'
import { writeOut } from '../write-out.ts'

export const schema = command({
  name: 'schema',
  summary: 'Print the JSON Schema of scenes, for editors.',
  arguments: [],
  options: z.strictObject({
    out: z.string().min(1).optional().describe('File to write; default is stdout.'),
  }),
  async run({ options: { out }, io }) {
    const schema = sceneJsonSchema()
    if (out === undefined) return answerJson(io, schema)
    await writeOut(out, `${JSON.stringify(schema, undefined, 2)}\n`)
    say(io, `JSON Schema of scenes: ${out}`)
  },
})
