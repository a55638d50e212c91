import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { getLocation, parse } from 'jsonc-parser'
import type { JsonSchema } from '#scenes'
import { schemasAt } from './schema-at.ts'

/** What may stand at the cursor: keys that are not there yet, or the values that the format names. */
export function completionsAt(
  root: JsonSchema,
  { state, pos, explicit }: CompletionContext,
): CompletionResult | null {
  const text = state.doc.toString()
  const { path, isAtPropertyKey, previousNode } = getLocation(text, pos)
  const before = state.doc.lineAt(pos)
  const word = text.slice(before.from, pos).match(/"?[\w$-]*$/)?.[0] ?? ''
  if (word === '' && !explicit) return null
  const json: unknown = parse(text, [], { allowTrailingComma: true })
  const from = pos - word.length
  // A string under the cursor is replaced as a whole, with the quote that closes it.
  const isInString =
    previousNode?.type === 'string' ||
    (previousNode as { type?: string } | undefined)?.type === 'property'
  const to = isInString && text[pos] === '"' ? pos + 1 : pos
  const options = isAtPropertyKey
    ? keysAt(root, json, path.slice(0, -1))
    : valuesAt(root, json, path)
  return options.length === 0 ? null : { from, to, options, validFor: /^"?[\w$-]*$/ }
}

function keysAt(root: JsonSchema, json: unknown, path: (string | number)[]): Completion[] {
  const there = path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    json,
  )
  const keys = new Map<string, Completion>()
  for (const { properties = {}, required = [] } of schemasAt(root, json, path))
    for (const [name, one] of Object.entries(properties)) {
      if (keys.has(name) || (there && Object.hasOwn(there as object, name))) continue
      keys.set(name, {
        label: `"${name}"`,
        apply: `"${name}": `,
        detail: required.includes(name) ? 'needed' : (one.type ?? ''),
        ...(one.description && { info: one.description }),
        boost: required.includes(name) ? 1 : 0,
      })
    }
  return [...keys.values()]
}

function valuesAt(root: JsonSchema, json: unknown, path: (string | number)[]): Completion[] {
  const values = new Map<string, Completion>()
  // What is there is about to be replaced: it says nothing of what its owner may be.
  const open = without(json, path)
  for (const schema of schemasAt(root, open, path)) {
    const own = [
      ...(schema.enum ?? []),
      ...(schema.const === undefined ? [] : [schema.const]),
      ...(schema.type === 'boolean' ? [true, false] : []),
    ]
    for (const value of own) values.set(JSON.stringify(value), { label: JSON.stringify(value) })
    for (const value of [...(schema.examples ?? []), schema.default]) {
      const label = JSON.stringify(value)
      if (label !== undefined && label.length < 60 && !values.has(label))
        values.set(label, { label, detail: 'for example' })
    }
  }
  return [...values.values()]
}

function without(json: unknown, [key, ...rest]: (string | number)[]): unknown {
  if (key === undefined || typeof json !== 'object' || json === null) return undefined
  const inner = (json as Record<string | number, unknown>)[key]
  if (Array.isArray(json))
    return json.map((one: unknown, i) => (i === key ? without(one, rest) : one))
  return { ...json, [key]: without(inner, rest) }
}
