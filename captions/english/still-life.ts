import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import { list, proven, say, type Phrase } from './phrase.ts'
import { name, several, type Teller } from './refer.ts'

/** A clip in which nothing moves: `a green mug and two books sit on a wooden table`. At most `most` nouns. */
export function stillLife(teller: Teller, most: number): Phrase {
  const { book } = teller
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
  const groups = [...grouped(carried, (member) => member.noun.en).values()].slice(0, most)
  if (groups.length === 0) {
    const [any] = book.all('exists')
    return any ? name(teller, any.args.actor) : { text: 'a quiet scene', claims: [] }
  }
  const members = groups.flat()
  const what = list(groups.map((group) => several(teller, group.map(({ id }) => id).sort())))
  const small = members.every((member) => Math.max(...member.size) < 0.6)
  const verb = small
    ? members.length > 1
      ? 'sit'
      : 'sits'
    : members.length > 1
      ? 'stand'
      : 'stands'
  const proof = members.flatMap(({ id }) => [
    book.one('still', { actor: id }),
    carrier === undefined
      ? undefined
      : book.one('place', { actor: id, relation: 'on', other: carrier }),
  ])
  return carrier === undefined
    ? say`${what} ${proven(verb, ...proof)}`
    : say`${what} ${proven(`${verb} on`, ...proof)} ${name(teller, carrier)}`
}
