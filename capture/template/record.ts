import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { canonicalize } from 'json-canonicalize'
import type { Cast, Choice, Domain, Template } from '#scenes'

/** How a scene came out of a template; stored with the clip. */
export interface TemplateRecord {
  /** The name of the template's file. */
  name: string
  /** SHA-256 of the template and its fragments as they are written. */
  hash: string
  seed: number
  /** The domains that drew from another seed. */
  vary?: { domains: readonly Domain[]; seed: number }
  params: Record<string, unknown>
  /** Sub-seeds drawn until the expectations held. */
  tries: number
  choices: Choice[]
}

export function recordOf(template: Template, cast: Cast): TemplateRecord {
  const { seed, vary, params, tries, choices } = cast
  return {
    name: basename(template.source.file),
    hash: templateHash(template),
    seed,
    ...(vary && { vary }),
    params,
    tries,
    choices,
  }
}

export function templateHash({ texts }: Template): string {
  return createHash('sha256').update(canonicalize(texts)).digest('hex')
}
