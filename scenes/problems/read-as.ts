import { getNodeValue } from 'jsonc-parser'
import type { z } from 'zod'
import { faultsOf } from './from-zod.ts'
import { duplicateKeys } from './keys.ts'
import { located } from './locate.ts'
import { SceneError } from './scene-error.ts'
import { sourceOf } from './syntax.ts'
import type { Fault } from './fault.ts'

/**
 * Reads another file of ours (JSONC) by its schema, with the same errors as scenes have: every problem and its place.
 * @param file what to call it in messages
 * @param more what the schema cannot say is wrong
 */
export function readAs<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  more: (value: z.output<Schema>) => readonly Fault[] = () => [],
): z.output<Schema> {
  const source = sourceOf(text.replace(/^\uFEFF/, ''), file)
  const twice = duplicateKeys(source)
  if (twice.length > 0) throw new SceneError(twice)
  const json: unknown = getNodeValue(source.tree)
  const parsed = schema.safeParse(json, { error: () => '' })
  const faults = parsed.success ? more(parsed.data) : faultsOf(parsed.error.issues, schema, json)
  if (!parsed.success || faults.length > 0) throw new SceneError(located(source, faults))
  return parsed.data
}
