import { nounOf } from '#captions'
import { blueprintOf, boundsOf, LIBRARY, type Category, type KindName } from '#scenes'
import type { AssetManifest } from '../capture/assets/manifest.ts'
import { actorOf } from './kinds.ts'

/** Plain forms are no nouns: an author says what they are and how large. */
const CATEGORIES = (Object.keys(LIBRARY) as Category[]).filter((name) => name !== 'shapes')

/** The kinds of a category that are things of a shape and size of their own. */
export const NOUNS: readonly KindName[] = CATEGORIES.flatMap(
  (category) => Object.keys(LIBRARY[category]) as KindName[],
)

/** What assets/manifest.json says of every kind that is a noun, as it is made when its author says no more. */
export function libraryEntries(): AssetManifest['library'] {
  return CATEGORIES.flatMap((category) =>
    (Object.keys(LIBRARY[category]) as KindName[]).map((id) => {
      const actor = actorOf(id, id)
      const { en, plural, zh, measure } = nounOf({ kind: id }, actor)
      const { min, max } = boundsOf(blueprintOf(actor, 0).parts)
      const size = max.map((edge, k) => Math.round((edge - (min[k] as number)) * 1000) / 1000)
      return {
        id,
        category,
        nouns: { en, plural, zh: zh as string, measure },
        size: size as [number, number, number],
        licence: 'MIT',
        source: `own work, scenes/actors/${category}/${id}.ts`,
      }
    }),
  )
}
