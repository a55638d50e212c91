import { z } from 'zod'
import { Expectation } from './expect/expectation.ts'
import { Name } from './name.ts'
import { Params } from './params.ts'

const Let = z
  .record(Name, z.unknown())
  .describe('Values by name for `$ref` and `$expr`: drawn once, the same wherever they are used.')

/** What a template has that a scene has not. */
export const TemplateHead = z.object({
  params: Params.default({}).meta({
    examples: [{ count: { type: 'int', min: 1, max: 9, default: 3 } }],
  }),
  let: Let.default({}).meta({ examples: [{ radius: { $uniform: [0.2, 0.5] } }] }),
  expect: z
    .array(Expectation)
    .max(100)
    .default([])
    .describe('What must be true of every cast; a seed of which it is not is drawn again.'),
})

/** A part of a template in a file of its own. */
export const Fragment = z
  .strictObject({
    $schema: z.string().optional(),
    params: Params.default({}),
    let: Let.default({}),
    value: z.unknown().describe('What stands where the fragment is used.'),
  })
  .describe('A part of templates in a file of its own, for `$use`.')
