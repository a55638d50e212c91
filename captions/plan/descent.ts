import { grouped } from '../grouped.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'

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
