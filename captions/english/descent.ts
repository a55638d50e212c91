import { grouped } from '../grouped.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { proven, say, type Phrase } from './phrase.ts'
import { several, type Teller } from './refer.ts'

/** Two or more of one noun that it goes down in turn. */
export function descentOf(actor: string, book: Book): Deed['descent'] {
  const downs = book.all('over', { actor, how: 'down' })
  const [best] = [
    ...grouped(downs, ({ args }) => book.facts.member(args.other).noun.en).values(),
  ].sort((a, b) => b.length - a.length)
  if (!best || new Set(best.map(({ args }) => args.other)).size < 2) return undefined
  const turns = book.all('heads', { actor })
  const back = ['left', 'right'].every((way) => turns.some(({ args }) => args.direction === way))
  // To one side, back, and forth again.
  const both = back && new Set(best.map(({ args }) => args.other)).size > 2
  return { down: best, turns: both ? turns : [] }
}

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
