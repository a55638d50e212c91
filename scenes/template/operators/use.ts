import { z } from 'zod'
import { Id } from '../../schema/values.ts'
import { defineOperator } from '../operator.ts'

/** A file as a template names it. */
export const FragmentFile = z
  .string()
  .min(1)
  .max(200)
  .meta({ title: 'a file in the folder of the template or below', examples: ['ball.json'] })

export const use = defineOperator({
  name: '$use',
  doc: 'The value of a fragment file in the folder of the template or below, cast with arguments.',
  args: z.union([
    z.strictObject({
      file: FragmentFile.describe('Relative to the file that names it.'),
      with: z
        .record(z.string(), z.unknown())
        .default({})
        .describe('Values for the parameters that the fragment declares.'),
      id: Id.optional().describe(
        'Put before the ids in it, and those that its joints name: `left` makes `ball` `left_ball`.',
      ),
    }),
    FragmentFile,
  ]),
  example: { $use: { file: 'fragments/ball.json', with: { color: 'red' } } },
  cast: (args, { fragment }) =>
    typeof args === 'string'
      ? fragment(args, {}, undefined)
      : fragment(args.file, args.with, args.id),
})
