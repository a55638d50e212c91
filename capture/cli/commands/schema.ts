import { z } from 'zod'
import { sceneJsonSchema, templateJsonSchema } from '#scenes'
import { recipeJsonSchema } from '../../batch/recipe.ts'
import { command } from '../command.ts'
import { answerJson, say } from '../io.ts'
import { writeOut } from '../write-out.ts'

export const schema = command({
  name: 'schema',
  summary: 'Print the JSON Schema of scenes, templates or recipes, for editors.',
  arguments: [],
  options: z.strictObject({
    of: z.enum(['scene', 'template', 'recipe']).default('scene').describe('What it describes.'),
    out: z.string().min(1).optional().describe('File to write; default is stdout.'),
  }),
  async run({ options: { of, out }, io }) {
    const schema = {
      scene: sceneJsonSchema,
      template: templateJsonSchema,
      recipe: recipeJsonSchema,
    }[of]()
    if (out === undefined) return answerJson(io, schema)
    await writeOut(out, `${JSON.stringify(schema, undefined, 2)}\n`)
    say(io, `JSON Schema of ${of}s: ${out}`)
  },
})
