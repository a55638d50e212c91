import { createHash } from 'node:crypto'
import { canonicalize } from 'json-canonicalize'
import type { Scene, Template } from '#scenes'
import { templateHash } from '../template/record.ts'
import { nameOf, type Recipe, type RecipeSource } from './recipe.ts'
import { isTemplate, type Source } from './source.ts'

/** Seeds are 32 bits. */
const LAST = 2 ** 32

/** The sources of a recipe. @param read gives the template or scene that a file holds */
export async function readSources(
  { sources, seed }: Pick<Recipe, 'sources' | 'seed'>,
  read: (source: RecipeSource) => Promise<Template | Scene>,
): Promise<Source[]> {
  const found: Source[] = []
  for (const source of sources) {
    const { count, weight = 1, seeds, params, camera } = source
    const what = await read(source)
    found.push({
      name: nameOf(source),
      ...(count !== undefined && { count }),
      weight,
      params,
      ...(camera !== undefined && { camera }),
      seeds: isTemplate(what) ? (seeds ?? [seed, LAST]) : [0, 1],
      hash: isTemplate(what)
        ? templateHash(what)
        : createHash('sha256').update(canonicalize(what)).digest('hex'),
      what,
    })
  }
  return found
}
