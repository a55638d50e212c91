import type { Deed } from '../plan/deed.ts'
import { doersOf } from '../plan/gathered.ts'
import type { Phrase } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { list } from './phrase.ts'
import { name, several } from './refer.ts'

/** Who does it: one actor, several of a kind, or a list of both. */
export function doerOf(teller: Teller, deed: Deed): Phrase {
  if (deed.crowd.length === 1) return name(teller, deed.actor)
  return list(
    doersOf(teller, deed).flatMap(({ ids, apart }) =>
      apart ? eachOf(teller, ids) : [several(teller, ids)],
    ),
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
