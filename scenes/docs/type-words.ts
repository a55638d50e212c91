import { jsonSchemaOf, resolved, type JsonSchema } from '../json-schema.ts'
import type { z } from 'zod'

/** More choices than this are cut short in a sentence. */
const CHOICES_SAID = 12

/** What a schema takes, in words: `a number from 0 to 1`. */
export function typeWords(schema: z.core.$ZodType): string {
  const root = jsonSchemaOf(schema)
  return wordsOf(root, root)
}

/** `0 to 1`, `at least 0.001`, or undefined where anything goes. */
export function rangeWords(schema: z.core.$ZodType): string | undefined {
  const root = jsonSchemaOf(schema)
  return rangeOf(resolved(root, root))
}

/** The words that may stand there, where there is a list of them. */
export function choicesOf(schema: z.core.$ZodType): string[] {
  const root = jsonSchemaOf(schema)
  const { enum: own, anyOf = [] } = resolved(root, root)
  return (own ?? anyOf.flatMap((option) => resolved(option, root).enum ?? [])).map(String)
}

function wordsOf(schema: JsonSchema, root: JsonSchema): string {
  const own = resolved(schema, root)
  if (own.title !== undefined) return own.title
  if (own.const !== undefined) return JSON.stringify(own.const)
  if (own.enum) return choiceWords(own.enum)
  if (own.oneOf) return 'an object `{ "kind": ... }`'
  if (own.anyOf) return own.anyOf.map((option) => wordsOf(option, root)).join(' or ')
  const range = rangeOf(own)
  const inRange =
    range === undefined ? '' : /^\d|^-/.test(range) ? ` from ${range}` : ` of ${range}`
  switch (own.type) {
    case 'boolean':
      return '`true` or `false`'
    case 'integer':
      return `a whole number${inRange}`
    case 'number':
      return `a number${inRange}`
    case 'string':
      return textWords(own)
    case 'array':
      return listWords(own, root)
    default:
      return objectWords(own)
  }
}

function rangeOf({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
  type,
}: JsonSchema): string | undefined {
  if (type !== 'number' && type !== 'integer') return undefined
  // zod bounds every integer by what a double can count; that is no limit anyone set.
  const low = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum
  const high = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum
  const step = multipleOf === undefined ? '' : `, a multiple of ${multipleOf}`
  if (low !== undefined && high !== undefined) return `${low} to ${high}${step}`
  if (low !== undefined) return `at least ${low}${step}`
  if (exclusiveMinimum !== undefined) return `more than ${exclusiveMinimum}${step}`
  if (high !== undefined) return `at most ${high}${step}`
  if (exclusiveMaximum !== undefined) return `less than ${exclusiveMaximum}${step}`
  return multipleOf === undefined ? undefined : `any multiple of ${multipleOf}`
}

function choiceWords(choices: unknown[]): string {
  const words = choices.map((choice) => `\`${String(choice)}\``)
  const said = words.length > CHOICES_SAID ? [...words.slice(0, 6), `...`] : words
  return `one of ${said.join(', ')}`
}

function textWords({ maxLength }: JsonSchema): string {
  return maxLength === undefined ? 'a string' : `a string of up to ${maxLength} characters`
}

function objectWords({ required = [] }: JsonSchema): string {
  const keys = required.slice(0, 4).map((key) => `"${key}": ...`)
  return `an object \`{ ${keys.length > 0 ? keys.join(', ') : '...'} }\``
}

function listWords({ items, minItems, maxItems }: JsonSchema, root: JsonSchema): string {
  if (Array.isArray(items)) {
    const [first] = items
    const noun = first && /number/.test(resolved(first, root).type ?? '') ? 'numbers' : 'values'
    const range = first && rangeOf(resolved(first, root))
    return `a list of ${items.length} ${noun}${range === undefined ? '' : `, each ${range}`}`
  }
  const what = items ? pluralOf(resolved(items, root)) : 'values'
  if (minItems && maxItems) return `a list of ${minItems} to ${maxItems} ${what}`
  return minItems
    ? `a list of at least ${minItems} ${minItems === 1 ? what.replace(/s$/, '') : what}`
    : `a list of ${what}`
}

function pluralOf({ type, oneOf, properties, items }: JsonSchema): string {
  if (oneOf ?? properties) return 'objects'
  if (Array.isArray(items)) return items.length === 3 ? 'points [x, y, z]' : 'lists'
  return type === 'string' ? 'strings' : 'values'
}
