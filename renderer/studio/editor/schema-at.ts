import type { JsonSchema } from '#scenes'

/** What the format says of a place in a text: a schema each for the forms that are possible there. */
export function schemasAt(
  root: JsonSchema,
  json: unknown,
  path: readonly (string | number)[],
): JsonSchema[] {
  let schemas = formsOf(root, root, json)
  let value = json
  for (const key of path) {
    value = (value as Record<string | number, unknown> | undefined)?.[key]
    const inner = schemas.flatMap((schema) => childrenOf(schema, key))
    schemas = inner.flatMap((schema) => formsOf(schema, root, value))
  }
  return schemas
}

/** The schema of one key or index. */
function childrenOf(schema: JsonSchema, key: string | number): JsonSchema[] {
  if (typeof key === 'number') {
    const { items } = schema
    if (Array.isArray(items)) return items[key] ? [items[key]] : []
    return items ? [items] : []
  }
  const own = schema.properties?.[key]
  if (own) return [own]
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
}

/** All that a schema may be, with references followed; of kinds only that which the value names. */
function formsOf(schema: JsonSchema, root: JsonSchema, value: unknown, depth = 0): JsonSchema[] {
  if (depth > 12) return []
  const { $ref, allOf, anyOf, oneOf, ...own } = schema
  const description = own.description
  const said = (one: JsonSchema): JsonSchema => (description ? { ...one, description } : one)
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? ''
    const target = $ref === '#' ? root : root.definitions?.[name]
    return target ? formsOf(target, root, value, depth + 1).map(said) : []
  }
  const parts = [...(anyOf ?? []), ...(oneOf ?? [])]
  const forms = parts.flatMap((one) => formsOf(one, root, value, depth + 1))
  const all = (allOf ?? []).flatMap((one) => formsOf(one, root, value, depth + 1))
  const fitting = [...forms, ...all].filter((one) => mayBe(one, value)).map(said)
  const isOwn = own.properties !== undefined || own.type !== undefined || own.enum !== undefined
  const isEmpty = own.const === undefined && own.items === undefined && !isOwn
  return isEmpty && fitting.length > 0 ? fitting : [own, ...fitting]
}

/** Whether what tells kinds apart is so: `"kind": "sphere"`. */
function mayBe({ properties, type }: JsonSchema, value: unknown): boolean {
  if (Array.isArray(value)) return type === undefined || type === 'array'
  if (typeof value !== 'object' || value === null) return true
  if (type !== undefined && type !== 'object') return false
  return Object.entries(properties ?? {}).every(([key, one]) => {
    const given = (value as Record<string, unknown>)[key]
    if (one.const === undefined || given === undefined) return true
    return given === one.const
  })
}
