import type { Deed } from '../plan/deed.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { say } from './phrase.ts'
import { several } from './refer.ts'

/** `down four wooden ramps in a zigzag`. */
export function descending(teller: Teller, { down, turns }: NonNullable<Deed['descent']>): Phrase {
  const ids = [...new Set(down.map(({ args }) => args.other))].sort()
  const zigzag = turns.length > 0 ? proven('in a zigzag', ...turns) : ''
  const ramps = several(teller, ids)
  // Those of the noun that it was not seen to go down are no news.
  const noun = teller.book.facts.member(ids[0] as string).noun.en
  for (const { id, noun: own } of teller.book.facts.members)
    if (own.en === noun) teller.told.add(id)
  return say`${proven('down', ...down)} ${ramps} ${zigzag}`
}
