import { z } from 'zod'
import { InputError } from '../errors.ts'
import { nearestOf } from './nearest.ts'

/** One option as the command line shows it. */
export interface Flag {
  /** `--crf <n>` */
  flag: string
  /** What it does, what it takes, what it is when left out. */
  help: string
  /** Collects the values of a list, each apart or joined by commas; undefined for everything else. */
  read: ((text: string, before: string[] | undefined) => string[]) | undefined
}

/** The flags of a schema, in its order. */
export function flagsOf(options: z.ZodObject): Flag[] {
  return Object.entries(fieldsOf(options)).map(([name, field]) => ({
    flag: flagOf(name, field),
    help: helpOf(field),
    read: field.type === 'array' ? collect : undefined,
  }))
}

/** Values of the flags, checked. Throws an InputError that says for each what it takes and what it got. */
export function optionsFrom(options: z.ZodObject, given: Record<string, unknown>): unknown {
  const parsed = options.safeParse(given)
  if (parsed.success) return parsed.data
  const fields = fieldsOf(options)
  const faults = parsed.error.issues.map((issue) => {
    const [name = '', ...inner] = issue.path.map(String)
    const field = fields[name] ?? {}
    const got = inner.reduce<unknown>(
      (value, key) => (value as Record<string, unknown>)[key],
      given[name],
    )
    const wanted =
      issue.code === 'invalid_format' || issue.code === 'custom'
        ? issue.message
        : `takes ${wantedBy(field)}`
    return `--${dashed(name)} ${wanted}${got === undefined ? '' : ` (got ${JSON.stringify(got)})`}${nearest(field, got)}`
  })
  throw new InputError(faults.join('\n'))
}

/** The part of JSON Schema that options use. */
interface Field {
  type?: string
  description?: string
  default?: unknown
  enum?: string[]
  minimum?: number
  maximum?: number
  items?: Field
}

function fieldsOf(options: z.ZodObject): Record<string, Field> {
  // Numbers are coerced from text; what they must be stands in the schema all the same.
  return z.toJSONSchema(options, { io: 'input' }).properties as Record<string, Field>
}

function flagOf(name: string, { type, enum: choices, items, default: fallback }: Field): string {
  // What is so unless it is denied: commander gives `--no-style` to `style`.
  if (type === 'boolean') return `--${fallback === true ? 'no-' : ''}${dashed(name)}`
  const [kind, words] = items ? [items.type, items.enum] : [type, choices]
  const value = words ? 'word' : kind === 'integer' || kind === 'number' ? 'n' : 'text'
  return `--${dashed(name)} <${value}${items ? ',...' : ''}>`
}

function helpOf(field: Field): string {
  const { description = '', type, default: fallback } = field
  if (type === 'boolean') return description
  const isSaid = typeof fallback === 'string' || typeof fallback === 'number'
  const known = isSaid ? `default ${fallback}` : ''
  const wanted = type === 'string' && !field.enum ? '' : wantedBy(field)
  const facts = [wanted, known].filter(Boolean).join('; ')
  return facts ? `${description} [${facts}]` : description
}

/** `a whole number from 0 to 51`, `one of auto, hardware, llvmpipe, swiftshader`. */
function wantedBy({ type, enum: choices, minimum, maximum, items }: Field): string {
  if (items) return `a list, each ${wantedBy(items)}`
  if (choices) return choices.length === 1 ? `${choices[0]}` : `one of ${choices.join(', ')}`
  if (type === 'string') return 'a text that is not empty'
  if (type === 'boolean') return 'no value'
  const noun = type === 'integer' ? 'a whole number' : 'a number'
  const high = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum
  if (minimum === undefined || minimum === Number.MIN_SAFE_INTEGER) return noun
  return high === undefined
    ? `${noun} of at least ${minimum}`
    : `${noun} from ${minimum} to ${high}`
}

function nearest({ enum: own, items }: Field, got: unknown): string {
  return typeof got === 'string' ? nearestOf(got, own ?? items?.enum ?? []) : ''
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, ...text.split(',').map((word) => word.trim())]
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
