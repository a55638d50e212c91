import type { JsonSchema } from '#scenes'
import { api } from '../server/api.ts'

const kept = new Map<string, Promise<JsonSchema>>()

/** The format of scenes or templates; fetched when it is first wanted. */
export function schemaOf(kind: 'scene' | 'template'): Promise<JsonSchema> {
  const known = kept.get(kind) ?? api.schema(kind)
  kept.set(kind, known)
  return known
}
