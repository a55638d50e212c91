import { z } from 'zod'
import type { JsonPath } from '../problems/fault.ts'

/** The schema without its wrappers: default, optional, lazy. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodLazy
  )
    // A lazy schema's `unwrap` makes a new one at every call; what it parses with is made once.
    inner = inner instanceof z.ZodLazy ? inner._zod.innerType : inner.unwrap()
  return inner
}

/** The forms that a value may have: the kinds of an actor or a motion, of a move of a camera (alone or in a list), else the schema alone. */
export function formsOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const known = forms.get(schema)
  if (known) return known
  const found = openedForms(schema)
  forms.set(schema, found)
  return found
}

/** Found once: thousands of paths lead through the kinds of actors, of which there are many. */
const forms = new WeakMap<z.core.$ZodType, z.core.$ZodType[]>()
const kinds = new WeakMap<z.core.$ZodType, { kind: string | undefined }>()

function openedForms(schema: z.core.$ZodType): z.core.$ZodType[] {
  const inner = bare(schema)
  if (inner instanceof z.ZodDiscriminatedUnion) return inner.options.map(bare)
  const union =
    inner instanceof z.ZodUnion &&
    inner.options.find((option) => bare(option) instanceof z.ZodDiscriminatedUnion)
  return union ? formsOf(union) : [inner]
}

/** `sphere`, where a form says `kind: 'sphere'`. */
export function kindOf(form: z.core.$ZodType): string | undefined {
  const known = kinds.get(form)
  if (known) return known.kind
  const inner = bare(form)
  const field = inner instanceof z.ZodObject ? bare(inner.shape['kind'] ?? z.never()) : undefined
  const kind = field instanceof z.ZodLiteral ? String(field.value) : undefined
  kinds.set(form, { kind })
  return kind
}

/** Key and schema of what an object holds, or one of several forms of it without kinds. */
export function fieldsOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  const inner = bare(schema)
  if (inner instanceof z.ZodUnion && !(inner instanceof z.ZodDiscriminatedUnion))
    return inner.options.flatMap(fieldsOf)
  return inner instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(inner.shape) : []
}

/** What a list holds, or undefined where the schema is no list. */
export function itemOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const inner = bare(schema)
  return inner instanceof z.ZodArray ? inner.element : undefined
}

/** The schema that a value at a path is held to; the actual value chooses among kinds. */
export function schemaAt(
  root: z.core.$ZodType,
  json: unknown,
  path: JsonPath,
): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = root
  let value = json
  for (const step of path) {
    schema = schema && stepInto(formFor(schema, value), step)
    // Indexing anything but an object gives undefined, which is what is meant.
    value = (value as Record<string | number, unknown> | null | undefined)?.[step]
  }
  return schema && formFor(schema, value)
}

function formFor(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const inner = bare(schema)
  if (!(inner instanceof z.ZodDiscriminatedUnion) || typeof value !== 'object' || value === null)
    return inner
  const kind = 'kind' in value ? value.kind : undefined
  return formsOf(inner).find((form) => kindOf(form) === kind) ?? inner
}

function stepInto(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodDiscriminatedUnion && step === 'kind')
    return z.enum(formsOf(schema).flatMap((form) => kindOf(form) ?? []))
  if (schema instanceof z.ZodUnion)
    return schema.options
      .map((option) => stepInto(bare(option), step))
      .find((found) => found !== undefined)
  if (schema instanceof z.ZodObject) return schema.shape[step]
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(step)]
  return itemOf(schema)
}
