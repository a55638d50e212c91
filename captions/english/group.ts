import type { Claim } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { LONG, shadeOf, stuffOf } from '../plan/shade.ts'
import type { Teller } from '../plan/teller.ts'
import { say } from './phrase.ts'
import { name } from './refer.ts'

/** `red dominoes`, `colorful blocks`: many of one noun by the colour they share, or by having many. */
export function kindOf(teller: Teller, ids: string[]): Phrase {
  const { book } = teller
  const members = ids.map((id) => book.facts.member(id))
  const { noun } = members[0] as Member
  const exist = members.map(({ id }) => book.one('exists', { actor: id }))
  const shade = shadeOf(teller, members) ?? stuffOf(teller, members)
  return proven(say`${shade ? proven(shade.text, ...shade.proof) : ''} ${noun.plural}`, ...exist)
}

/** `more than a dozen red dominoes`; without a number where none is proven. */
export function crowdOf(teller: Teller, ids: string[]): Phrase {
  const { book } = teller
  const { noun } = book.facts.member(ids[0] as string)
  const count = book.all('count').find(({ args }) => args.noun === noun.en)
  const all = count ? count.args.actors : ids
  for (const id of all) teller.told.add(id)
  const kind = kindOf(teller, all)
  return count ? say`${proven(count.args.words, count)} ${kind}` : kind
}

/** `a long row of red dominoes`. */
export function rowOf(teller: Teller, row: Claim<'chain'>): Phrase {
  for (const id of row.args.actors) teller.told.add(id)
  const long = row.args.actors.length >= LONG ? 'a long row of' : 'a row of'
  return say`${proven(long, row)} ${kindOf(teller, row.args.actors)}`
}

/** `a tower of gray blocks`, `a wall of six red blocks` where their number is proven. */
export function heapOf(teller: Teller, pile: Claim<'collapses' | 'stacked'>): Phrase {
  const { actors, noun } = pile.args
  for (const id of actors) teller.told.add(id)
  const all = teller.book.facts.glimpsed.filter((member) => member.noun.en === noun).length
  // Where others of the noun are about, what comes down is a stack of them.
  const heap = all === actors.length ? pile.args.heap : 'stack'
  const stacked = teller.book
    .all('stacked')
    .find(({ args }) => args.words && args.actors.join() === actors.join())
  const count = stacked && teller.book.all('count').find(({ args }) => args.noun === noun)
  const exact = count && count.args.actors.length === actors.length
  const number = exact ? proven(stacked.args.words as string, stacked, count) : ''
  return say`${proven(`a ${heap} of`, pile)} ${number} ${kindOf(teller, actors)}`
}

/** `all five bowling pins`, `two of the bowling pins`, `several bowling pins`, `a bottle` (by the caller). */
export function shareOf(teller: Teller, knocks: Claim<'knocks'>): Phrase {
  const { book } = teller
  const { others, words, actor, noun } = knocks.args
  const [first] = others
  if (others.length === 1 && words === 'all') return proven(name(teller, first as string), knocks)
  // Whose number is told, their colour is that of all of them.
  const all = book.facts.members.filter((member) => member.noun.en === noun).map(({ id }) => id)
  const kind = kindOf(teller, words === 'several' ? others : all)
  const same = book.facts.member(actor).noun.en === noun
  const count = book.all('count').find(({ args }) => args.noun === noun)
  for (const id of count?.args.actors ?? others) teller.told.add(id)
  if (same) {
    const amount =
      words === 'all'
        ? 'the other'
        : words === 'some' || words === 'several'
          ? 'several other'
          : `${words} of the other`
    return proven(`${amount} ${nounsOf(teller, first)}`, knocks)
  }
  if (words === 'all') {
    const exact = count && count.args.actors.length === others.length && others.length <= 10
    return exact
      ? say`${proven(`all ${count.args.words}`, count, knocks)} ${kind}`
      : say`${proven('all of the', knocks)} ${kind}`
  }
  if (words === 'several') return say`${proven('several', knocks)} ${kind}`
  const few = count && count.args.actors.length <= 10 ? proven(count.args.words, count) : ''
  return say`${proven(`${words} of the`, knocks)} ${few} ${kind}`
}

function nounsOf({ book }: Teller, id: string | undefined): string {
  return book.facts.member(id as string).noun.plural
}
