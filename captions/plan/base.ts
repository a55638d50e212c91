import type { Claim } from '../claim.ts'
import { grouped } from '../grouped.ts'
import type { Deed } from './deed.ts'
import type { Teller } from './teller.ts'

/** Share of many that stand on what is told to bear them. */
const MOST = 0.8

/**
 * What those that are struck stand on at first, where it is not what the cause comes along: of what falls in from nowhere the
 * place would seem to be its own, so nothing is told of that.
 */
export function baseOf(
  { book, detail, related }: Teller,
  actors: readonly string[],
  cause: Deed | undefined,
): { on: string; claims: Claim<'begins' | 'place'>[] } | undefined {
  const [first] = actors
  if (first === undefined || detail === 'brief' || !cause?.over.length) return undefined
  const { noun } = book.facts.member(first)
  const begins = book.all('begins').filter(({ args }) => args.noun === noun.en)
  const stand = actors.flatMap((actor) => book.all('place', { actor, relation: 'on' }))
  const [best] = [
    ...(begins.length > 0
      ? [begins]
      : [...grouped(stand, ({ args }) => args.other).values()].filter(
          (all) => all.length >= MOST * actors.length,
        )),
  ].sort((a, b) => b.length - a.length) as Claim<'begins' | 'place'>[][]
  const on = best?.[0]?.args.other
  if (!best || on === undefined || book.facts.member(on).class === 'room') return undefined
  if (cause.over.some(({ args }) => args.other === on)) return undefined
  related.add(`begins ${noun.en}`)
  return { on, claims: best }
}
