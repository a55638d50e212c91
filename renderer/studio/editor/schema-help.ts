import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { hoverTooltip } from '@codemirror/view'
import { getLocation, parse } from 'jsonc-parser'
import type { JsonSchema } from '#scenes'
import { api } from '../server/api.ts'
import { schemasAt } from './schema-at.ts'

const kept = new Map<string, Promise<JsonSchema>>()

/** Completion and hover texts out of the format's own schema. */
export function schemaHelp(kind: 'scene' | 'template') {
  // Fetched when it is first wanted.
  const schema = () => {
    const known = kept.get(kind) ?? api.schema(kind)
    kept.set(kind, known)
    return known
  }
  return {
    complete: async (context: CompletionContext) => completionsAt(await schema(), context),
    hover: hoverTooltip(async (view, at) => {
      const doc = docAt(await schema(), view.state.doc.toString(), at)
      if (!doc) return null
      return {
        pos: at,
        create: () => {
          const dom = document.createElement('div')
          dom.className = 'doc'
          const name = document.createElement('code')
          name.textContent = doc.name
          dom.append(name, ` ${doc.text}`)
          return { dom }
        },
      }
    }),
  }
}

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
  for (const schema of schemasAt(root, json, path)) {
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

export function docAt(
  root: JsonSchema,
  text: string,
  at: number,
): { name: string; text: string } | undefined {
  const { path, previousNode } = getLocation(text, at)
  if (!previousNode && path.length === 0) return undefined
  const json: unknown = parse(text, [], { allowTrailingComma: true })
  const described = schemasAt(root, json, path).find(({ description }) => description !== undefined)
  const name = path.at(-1)
  return described?.description === undefined || name === undefined
    ? undefined
    : { name: String(name), text: described.description }
}
