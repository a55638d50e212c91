import { z } from 'zod'
import { type Explanation, explain as explainPath, explainIn } from '#scenes'
import { RECIPE_FORMAT } from '../../batch/recipe.ts'
import { command } from '../command.ts'
import { answer, answerJson, type Terminal, wrapped } from '../io.ts'

export const explain = command({
  name: 'explain',
  summary: 'Tell what may stand at a place of a scene, a template or a recipe.',
  arguments: [
    {
      name: '[path]',
      doc: 'Such as world.sun, actors.sphere.radius or actors.*.motion; the whole format without one.',
    },
  ],
  options: z.strictObject({
    of: z
      .enum(['scene', 'recipe'])
      .default('scene')
      .describe('The format; that of scenes has what templates add as well.'),
    json: z.boolean().default(false).describe('Print it as JSON.'),
  }),
  async run({ args: [path = ''], options, io }) {
    const found = options.of === 'recipe' ? explainIn(RECIPE_FORMAT, path) : explainPath(path)
    if (options.json) answerJson(io, found)
    else answer(io, ...linesFor(found, options.of, io.stdout))
  },
})

function linesFor(
  { path, doc, type, range, default: fallback, choices, example, children }: Explanation,
  format: string,
  terminal: Terminal,
): string[] {
  const facts: [string, string | undefined][] = [
    ['type', type],
    ['range', range],
    ['default', fallback === undefined ? undefined : JSON.stringify(fallback)],
    [
      'choices',
      choices && choices.length > 0 && children.length === 0 ? choices.join(', ') : undefined,
    ],
    ['example', JSON.stringify(example)],
  ]
  const width = Math.max(0, ...children.map(({ name }) => name.length))
  return [
    path || format,
    ...(doc ? [wrapped(doc, terminal, '  ')] : []),
    ...facts.flatMap(([name, value]) =>
      value === undefined ? [] : [hanging(`  ${name.padEnd(9)}`, value, terminal)],
    ),
    ...(children.length > 0 ? ['  In it:'] : []),
    ...children.map(({ name, doc }) => hanging(`    ${name.padEnd(width + 2)}`, doc, terminal)),
  ].flatMap((text) => text.split('\n'))
}

/** A text that begins beside its name and stays to the right of it. */
function hanging(name: string, text: string, terminal: Terminal): string {
  return name + wrapped(text, terminal, ' '.repeat(name.length)).slice(name.length)
}
