import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import type { Book } from './book.ts'

/** What is seen in a clip in which nothing moves, by noun, and what bears it all; at most so many nouns. */
export interface StillLife {
  groups: Member[][]
  carrier?: string
  /** Are they small enough to sit rather than stand? */
  small: boolean
  /** People who sit. */
  seated: boolean
  proof: ({ id: string } | undefined)[]
}

export function stillLifeOf(book: Book, most: number): StillLife {
  const still = book
    .all('still')
    .map(({ args }) => book.facts.member(args.actor))
    .filter((member) => !isBackdrop(member) && book.one('exists', { actor: member.id }))
    .sort(
      (a, b) =>
        (book.one('exists', { actor: b.id })?.salience ?? 0) -
        (book.one('exists', { actor: a.id })?.salience ?? 0),
    )
  const carrier = still
    .map((member) =>
      book
        .all('place', { actor: member.id, relation: 'on' })
        .find(({ args }) => book.one('exists', { actor: args.other })),
    )
    .find((claim) => claim !== undefined)?.args.other
  const carried = still.filter(
    (member) =>
      member.id !== carrier &&
      (carrier === undefined ||
        book.one('place', { actor: member.id, relation: 'on', other: carrier })),
  )
  // Who sits does not stand: of both, only who sits is told of.
  const sitters = carried.filter(({ id }) => book.one('sits', { actor: id }))
  const told = sitters.length > 0 ? sitters : carried
  const groups = [...grouped(told, (member) => member.noun.en).values()].slice(0, most)
  const members = groups.flat()
  return {
    groups,
    ...(carrier !== undefined && { carrier }),
    seated: sitters.length > 0,
    small: members.every((member) => Math.max(...member.size) < 0.6),
    proof: members.flatMap(({ id }) => [
      book.one('still', { actor: id }),
      book.one('sits', { actor: id }),
      carrier === undefined
        ? undefined
        : book.one('place', { actor: id, relation: 'on', other: carrier }),
    ]),
  }
}
