import { z } from 'zod'
import { type Explanation, explain as explainPath } from '#scenes'
import { command } from '../command.ts'
import { answer, answerJson, type Terminal, wrapped } from '../io.ts'

export const explain = command({
  name: 'explain',
  summary: 'Tell what may stand at a place of a scene.',
  arguments: [
    {
      name: '[path]',
      doc: 'Such as world.sun, actors.sphere.radius or actors.*.motion; the scene without one.',
    },
  ],
  options: z.strictObject({
    json: z.boolean().default(false).describe('Print it as JSON.'),
  }),
  async run({ args: [path = ''], options, io }) {
    const found = explainPath(path)
    if (options.json) answerJson(io, found)
    else answer(io, ...linesFor(found, io.stdout))
  },
})

function linesFor(
  { path, doc, type, range, default: fallback, choices, example, children }: Explanation,
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
    path || 'scene',
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
