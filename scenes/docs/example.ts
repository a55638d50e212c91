import { z } from 'zod'
import { jsonSchemaOf, resolved, type JsonSchema } from '../json-schema.ts'

/** Strings that satisfy the format's patterns; the first that fits is taken. */
const STRINGS = ['thing', 'HELLO', '#c8201f', '1']

/** A value that the schema accepts, as an author would write it. Throws if it finds none. */
export function exampleOf(schema: z.core.$ZodType): unknown {
  const root = jsonSchemaOf(schema)
  for (const value of candidates(root, root, 0))
    if (z.safeParse(schema, value).success) return value
  throw new Error(`no example found for ${JSON.stringify(root).slice(0, 200)}`)
}

/** Values worth trying, best first, made one by one. `nth` makes neighbours differ. */
function* candidates(schema: JsonSchema, root: JsonSchema, nth: number): Generator<unknown> {
  const own = resolved(schema, root)
  if (own.default !== undefined && !isEmpty(own.default)) yield own.default
  if (own.examples) yield* own.examples
  const options = own.anyOf ?? own.oneOf?.toSorted((a, b) => demands(a, root) - demands(b, root))
  if (own.const !== undefined) yield own.const
  else if (options) for (const option of options) yield* candidates(option, root, nth)
  else if (own.enum) yield* own.enum
  else if (own.type === 'boolean') yield true
  else if (own.type === 'integer' || own.type === 'number') yield numberIn(own, nth)
  else if (own.type === 'string')
    yield* STRINGS.filter((text) => new RegExp(own.pattern ?? '').test(text))
  else if (own.type === 'array') yield listOf(own, root, nth)
  else yield* objectsOf(own, root, nth)
}

/** How much a kind asks for; the kind that asks least comes first, so no example is a group in a group. */
function demands(form: JsonSchema, root: JsonSchema): number {
  return resolved(form, root).required?.length ?? 0
}

function numberIn({ minimum = -Infinity, maximum = Infinity }: JsonSchema, nth: number): number {
  return Math.min(Math.max(1 + nth, minimum), maximum)
}

function listOf({ items, minItems = 1 }: JsonSchema, root: JsonSchema, nth: number): unknown[] {
  if (Array.isArray(items)) return items.map((item, i) => best(item, root, nth + i))
  return Array.from({ length: Math.max(minItems, 1) }, (_, i) => best(items ?? {}, root, nth + i))
}

/**
 * First what must be there (or, if nothing must, what has a default), then one optional key more:
 * some objects need one of two keys, which JSON Schema does not tell.
 */
function* objectsOf(
  { properties = {}, required = [] }: JsonSchema,
  root: JsonSchema,
  nth: number,
): Generator<unknown> {
  const keys =
    required.length > 0
      ? required
      : Object.keys(properties).filter((key) => properties[key]?.default !== undefined)
  const valueFor = (key: string, i: number) => best(properties[key] ?? {}, root, nth + i)
  const base = Object.fromEntries(keys.map((key, i) => [key, valueFor(key, i)]))
  yield base
  for (const key of Object.keys(properties))
    if (!keys.includes(key)) yield { ...base, [key]: valueFor(key, keys.length) }
}

function best(schema: JsonSchema, root: JsonSchema, nth: number): unknown {
  return candidates(schema, root, nth).next().value
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
