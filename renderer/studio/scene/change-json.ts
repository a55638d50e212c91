import { findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser'
import type { Path } from './outline.ts'

export interface TextChange {
  from: number
  to: number
  insert: string
}

/**
 * What to change in a text so that a place in it says a value, or with `undefined` nothing any more. All else stays as it
 * is written: comments, order, line breaks.
 */
export function changesFor(text: string, path: Path, value: unknown): TextChange[] {
  if (value === undefined)
    return modify(text, [...path], undefined, {}).map(({ offset, length, content }) => ({
      from: offset,
      to: offset + length,
      insert: content,
    }))
  const root = parseTree(text, [], { allowTrailingComma: true })
  if (!root) return []
  const node = findNodeAtLocation(root, [...path])
  if (node) return [{ from: node.offset, to: node.offset + node.length, insert: writtenAs(value) }]
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const owner = findNodeAtLocation(root, path.slice(0, depth))
    if (!owner) continue
    if (owner.type !== 'object') return []
    const whole = path
      .slice(depth + 1)
      .reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
    return added(text, owner, String(path[depth]), whole)
  }
  return []
}

/** JSON as people write it: a space after each comma. */
export function writtenAs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writtenAs).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${writtenAs(one)}`,
  )
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** After the last property: on its line where the owner ends there too, else on a line of its own. */
function added(text: string, owner: Node, key: string, value: unknown): TextChange[] {
  const pair = `${JSON.stringify(key)}: ${writtenAs(value)}`
  const end = owner.offset + owner.length
  const last = owner.children?.at(-1)
  if (!last) return [{ from: owner.offset, to: end, insert: `{ ${pair} }` }]
  const after = last.offset + last.length
  const lineEnd = text.indexOf('\n', after)
  if (lineEnd === -1 || end <= lineEnd) return [{ from: after, to: after, insert: `, ${pair}` }]
  const lineStart = text.lastIndexOf('\n', last.offset) + 1
  const indent = text.slice(lineStart).match(/^[ \t]*/)?.[0] ?? ''
  const hasComma = /^\s*,/.test(text.slice(after, lineEnd))
  return [
    ...(hasComma ? [] : [{ from: after, to: after, insert: ',' }]),
    { from: lineEnd, to: lineEnd, insert: `\n${indent}${pair}${hasComma ? ',' : ''}` },
  ]
}
