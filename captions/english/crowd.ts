import { grouped } from '../grouped.ts'
import type { Deed } from '../plan/deed.ts'
import type { Phrase } from '../plan/phrase.ts'
import { colorOf, type Teller } from '../plan/teller.ts'
import { list } from './phrase.ts'
import { name, several } from './refer.ts'

/** Most of them that are named one by one in one sentence. */
const NAMED = 3

/** Who does it: one actor, several of a kind, or a list of both. */
export function doerOf(teller: Teller, deed: Deed): Phrase {
  if (deed.crowd.length === 1) return name(teller, deed.actor)
  const { facts } = teller.book
  const kinds = [...grouped(deed.crowd, (id) => facts.member(id).noun.en).values()]
  return list(
    kinds.flatMap((ids) => {
      const colors = ids.map((id) => colorOf(teller, facts.member(id))?.text)
      const apart = ids.length <= NAMED && !colors.includes(undefined) && new Set(colors).size > 1
      return apart ? eachOf(teller, ids) : [several(teller, ids)]
    }),
  )
}

/** `a teal block, another teal block and an orange block`. */
function eachOf(teller: Teller, ids: string[]): Phrase[] {
  const said = new Set<string>()
  return ids.map((id) => {
    const one = name(teller, id)
    const again = said.has(one.text)
    said.add(one.text)
    return again ? { ...one, text: one.text.replace(/^an? /, 'another ') } : one
  })
}
