import { getLocation, parse } from 'jsonc-parser'
import type { JsonSchema } from '#scenes'
import { schemasAt } from './schema-at.ts'

/** What the format says of the key or value at an offset. */
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
