import { z } from 'zod'
import { didYouMean } from '../problems/nearest.ts'
import type { JsonPath } from '../problems/fault.ts'
import { Color, Vec3 } from '../schema/values.ts'
import { Name } from './name.ts'
import { templateError, type Spot } from './template-error.ts'

const doc = z.string().max(300).optional().describe('One sentence: what it changes.')

/** What a parameter takes, by its type. */
const Param = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['number', 'int']).describe('Any number, or a whole one.'),
    min: z.number().optional().describe('The lowest that it takes.'),
    max: z.number().optional().describe('The highest that it takes.'),
    default: z
      .number()
      .optional()
      .describe('Its value when none is given; without one it must be.'),
    doc,
  }),
  z.strictObject({
    type: z.literal('boolean').describe('true or false.'),
    default: z.boolean().optional(),
    doc,
  }),
  z.strictObject({
    type: z.literal('text').describe('A word or sentence.'),
    default: z.string().max(200).optional(),
    doc,
  }),
  z.strictObject({
    type: z.literal('color').describe('A colour by name or #rrggbb.'),
    default: Color.optional(),
    doc,
  }),
  z.strictObject({
    type: z.literal('choice').describe('One of `choices`.'),
    choices: z.array(z.string()).min(1).max(100).describe('What it may be.'),
    default: z.string().optional(),
    doc,
  }),
  z.strictObject({
    type: z.literal('point').describe('A point [x, y, z] in metres.'),
    default: Vec3.optional(),
    doc,
  }),
  z.strictObject({
    type: z.literal('any').describe('Any value: for fragments.'),
    default: z.unknown().optional(),
    doc,
  }),
])
type Param = z.infer<typeof Param>

export const Params = z
  .record(Name, Param)
  .describe(
    'What a call may set: `{ "count": { "type": "int", "min": 1, "max": 9, "default": 3 } }`.',
  )
export type Params = z.infer<typeof Params>

/** What a declared parameter takes, as a schema. */
function schemaOf(param: Param): z.ZodType {
  switch (param.type) {
    case 'number':
    case 'int': {
      const base = param.type === 'int' ? z.int() : z.number()
      const { min = -Infinity, max = Infinity } = param
      return base.refine((value) => value >= min && value <= max)
    }
    case 'boolean':
      return z.boolean()
    case 'text':
      return z.string().max(200)
    case 'color':
      return Color
    case 'choice':
      return z.enum(param.choices)
    case 'point':
      return Vec3
    case 'any':
      return z.unknown()
  }
}

/** `a whole number from 1 to 60` */
export function wordsFor(param: Param): string {
  switch (param.type) {
    case 'number':
    case 'int': {
      const noun = param.type === 'int' ? 'a whole number' : 'a number'
      if (param.min === undefined)
        return param.max === undefined ? noun : `${noun} of at most ${param.max}`
      return param.max === undefined
        ? `${noun} of at least ${param.min}`
        : `${noun} from ${param.min} to ${param.max}`
    }
    case 'boolean':
      return 'true or false'
    case 'text':
      return 'a text of up to 200 characters'
    case 'color':
      return 'a colour by name or #rrggbb'
    case 'choice':
      return `one of ${param.choices.join(', ')}`
    case 'point':
      return 'a point [x, y, z] in metres'
    case 'any':
      return 'a value'
  }
}

/**
 * The value of every declared parameter: as given, or its default. Throws `TemplateError` for one that is not
 * declared, does not take that value, or has none.
 * @param spot where the parameters are declared
 * @param given where they come from instead, when a fragment is called with them
 */
export function paramValues(
  params: Params,
  given: Readonly<Record<string, unknown>>,
  spot: Spot,
  caller?: Spot,
): Record<string, unknown> {
  const names = Object.keys(params)
  const at = (name: string, ...more: JsonPath) =>
    caller
      ? { source: caller.source, path: [...caller.path, name] }
      : { source: spot.source, path: [...spot.path, name, ...more] }
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(params, name)) continue
    const all = names.length > 0 ? `the parameters are ${names.join(', ')}` : 'it declares none'
    const hint = didYouMean(name, names) ?? all
    throw templateError(at(name), {
      wanted: `is given (\`${name}\`), but no such parameter is declared`,
      got: null,
      hint,
    })
  }
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => {
      const isGiven = Object.hasOwn(given, name)
      const value = isGiven ? given[name] : param.default
      if (value === undefined)
        throw templateError(isGiven || !caller ? at(name) : caller, {
          wanted: `needs a value for the parameter \`${name}\`: ${wordsFor(param)}`,
          got: null,
          hint: caller ? `put \`${name}\` into \`with\`` : `give it with --param ${name}=...`,
        })
      if (schemaOf(param).safeParse(value).success) return [name, value]
      throw templateError(
        isGiven ? at(name) : { source: spot.source, path: [...spot.path, name, 'default'] },
        {
          wanted: `must be ${wordsFor(param)}`,
          got: JSON.stringify(value) ?? 'nothing',
        },
      )
    }),
  )
}

/** A value as the command line says it: `7`, `true`, `red`, `[0, 1, 2]`. What it does not take is told by `paramValues`. */
export function paramFromText(param: Param | undefined, text: string): unknown {
  if (!param || param.type === 'text' || param.type === 'color' || param.type === 'choice')
    return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Not JSON: the words themselves, which the parameter's own check then tells about.
    return text
  }
}
