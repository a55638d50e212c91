import { type Phrase, proven } from '../plan/phrase.ts'
import { stillLifeOf } from '../plan/still-life.ts'
import type { Teller } from '../plan/teller.ts'
import { list, say } from './phrase.ts'
import { name, several } from './refer.ts'

/** A clip in which nothing moves: `a green mug and two books sit on a wooden table`. At most `most` nouns. */
export function stillLife(teller: Teller, most: number): Phrase {
  const { groups, carrier, small, seated, proof } = stillLifeOf(teller.book, most)
  if (groups.length === 0) {
    const [any] = teller.book.all('exists')
    return any ? name(teller, any.args.actor) : { text: 'a quiet scene', claims: [] }
  }
  const what = list(groups.map((group) => several(teller, group.map(({ id }) => id).sort())))
  const stay = small || seated ? 'sit' : 'stand'
  const verb = groups.flat().length > 1 ? stay : `${stay}s`
  return carrier === undefined
    ? say`${what} ${proven(verb, ...proof)}`
    : say`${what} ${proven(`${verb} on`, ...proof)} ${name(teller, carrier)}`
}
