import type { ActVerb, Claim, Verb } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { isUnique, type Teller } from './teller.ts'

/** What it goes over that is worth telling. */
export function pathsOf(book: Book, deed: Deed, most: number): Claim<'over'>[] {
  const cloth = (id: string) => book.facts.member(id).class === 'ground'
  const borne = deed.over.some(({ args }) => !cloth(args.other))
  return (
    deed.over
      // A cloth is on the table that is told of.
      .filter(
        ({ args }) =>
          !borne || !cloth(args.other) || book.facts.member(args.other).kind === 'ground',
      )
      .slice(0, most)
  )
}

/** Where something is that moves without going anywhere; undefined where that has been said. */
export function hungOf(teller: Teller, deed: Deed): Claim<'place'> | undefined {
  const { book } = teller
  // What swings into something is as low as that, wherever it hangs.
  const strikes = deed.leads && deed.moves.args.verb === 'swing'
  if (deed.crowd.length > 1 || strikes || !STAYING.has(deed.moves.args.verb)) return undefined
  const hung = book
    .all('place', { actor: deed.actor })
    .find(
      ({ args }) =>
        ['above', 'on', 'in'].includes(args.relation) && !isBackdrop(book.facts.member(args.other)),
    )
  // Where it is has been said when its table is known.
  return hung && !teller.told.has(hung.args.other) && isUnique(teller, hung.args.other)
    ? hung
    : undefined
}

/** Moves without going anywhere. */
export const STAYING = new Set<Verb | ActVerb>(['spin', 'swing', 'bob'])

/** Does one drop into it rather than onto it? */
export function isHolder({ noun }: Member): boolean {
  return HOLDERS.test(noun.en)
}

const HOLDERS = /\b(?:bowl|basket|bucket|box|crate|glass|mug|cup|pot|vase|bin|can)$/

/** Still things that it passes on one side, by noun, at most so many nouns. */
export function passedBy(
  teller: Teller,
  deed: Deed,
  most: number,
): { side: 'behind' | 'in front of' | undefined; groups: Claim<'passes'>[][] } {
  const { book } = teller
  const worth = deed.passes
    .filter(
      ({ args }) =>
        book.one('still', { actor: args.other }) && book.one('exists', { actor: args.other }),
    )
    .filter(
      ({ args }) =>
        !isBackdrop(book.facts.member(args.other)) &&
        book.facts.member(args.other).class !== 'building',
    )
  const side = worth[0]?.args.side
  const same = worth.filter(({ args }) => args.side === side)
  const groups = [...grouped(same, ({ args }) => book.facts.member(args.other).noun.en).values()]
    .filter(
      (claims) =>
        claims.length > 1 ||
        !teller.told.has(claims[0]?.args.other ?? '') ||
        isUnique(teller, claims[0]?.args.other ?? ''),
    )
    .filter(
      (claims) =>
        claims.length === 1 ||
        sayable(
          book,
          claims.map(({ args }) => args.other),
        ),
    )
    .slice(0, most)
    .sort((a, b) => (a[0]?.frames[0] ?? 0) - (b[0]?.frames[0] ?? 0))
  return { side, groups }
}

/** Several of one noun can be named together when they are all there are. */
function sayable(book: Book, ids: string[]): boolean {
  const { noun } = book.facts.member(ids[0] as string)
  return book
    .all('count')
    .some(({ args }) => args.noun === noun.en && args.actors.length === ids.length)
}
