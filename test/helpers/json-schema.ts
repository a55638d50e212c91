import type { JsonSchema } from '#scenes'

/** Where a value breaks the schema: the keywords of draft 7 that our schema uses, read by the specification. */
export function schemaFaults(
  value: unknown,
  schema: JsonSchema,
  part: JsonSchema = schema,
  at = '',
): string[] {
  const faults = (inner: unknown, own: JsonSchema, place: string) =>
    schemaFaults(inner, schema, own, place)
  const { $ref, allOf, anyOf, oneOf, const: only, enum: words, type } = part
  const out: string[] = []
  const expectThat = (holds: boolean) => holds || out.push(at)
  if ($ref)
    out.push(...faults(value, schema.definitions?.[$ref.split('/').at(-1) as string] ?? {}, at))
  for (const each of allOf ?? []) out.push(...faults(value, each, at))
  if (anyOf) expectThat(anyOf.some((option) => faults(value, option, at).length === 0))
  if (oneOf)
    expectThat(oneOf.filter((option) => faults(value, option, at).length === 0).length === 1)
  if (only !== undefined) expectThat(value === only)
  if (words) expectThat(words.includes(value))
  if (type) expectThat(typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer'))
  if (typeof value === 'number') {
    expectThat(value >= (part.minimum ?? -Infinity) && value <= (part.maximum ?? Infinity))
    expectThat(value % (part.multipleOf ?? 1e-9) === 0 || part.multipleOf === undefined)
  }
  if (typeof value === 'string') {
    expectThat(new RegExp(part.pattern ?? '').test(value))
    expectThat(
      value.length >= (part.minLength ?? 0) && value.length <= (part.maxLength ?? Infinity),
    )
  }
  if (Array.isArray(value)) {
    expectThat(value.length >= (part.minItems ?? 0) && value.length <= (part.maxItems ?? Infinity))
    value.forEach((item, i) => {
      const own = Array.isArray(part.items) ? part.items[i] : part.items
      if (own) out.push(...faults(item, own, `${at}/${i}`))
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const key of part.required ?? []) if (!(key in value)) out.push(`${at}/${key}`)
    for (const [key, item] of Object.entries(value)) {
      const own = part.properties?.[key]
      if (own) out.push(...faults(item, own, `${at}/${key}`))
      else if (typeof part.additionalProperties === 'object')
        out.push(...faults(item, part.additionalProperties, `${at}/${key}`))
      else if (part.additionalProperties === false) out.push(`${at}/${key}`)
    }
  }
  return out
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (value === null) return 'null'
  return Number.isInteger(value) ? 'integer' : typeof value
}
