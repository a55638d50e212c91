import { aroundOf, noteSpot } from '../plan/around.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Spot } from '../plan/spots.ts'
import type { Teller } from '../plan/teller.ts'
import { list, say } from './phrase.ts'
import { definite, oneOf, several } from './refer.ts'
import { FRAMED } from './relation.ts'
import { verbFor } from './stance.ts'

/** `In the background stands a bookshelf`; undefined when nothing is left to tell of. At most `most` nouns. */
export function surroundings(teller: Teller, most: number): Phrase | undefined {
  const around = aroundOf(teller, most)
  if (!around) return undefined
  const { groups, spot } = around
  const verb = verbFor(teller.book, groups.flat(), spot.key)
  const { kind } = spot.at
  const wished = teller.random.unit() < 0.4 && kind !== 'wall' && kind !== 'view'
  // Two in a row would read like a list.
  const inverted = !teller.related.delete('inverted') && wished
  if (inverted) teller.related.add('inverted')
  const where = () => whereWords(teller, spot)
  const what = () =>
    list(
      groups.map((members) =>
        several(
          teller,
          members.map(({ id }) => id),
        ),
      ),
    )
  if (inverted) {
    const first = where()
    return say`${first} ${verb} ${what()}`
  }
  const first = what()
  return say`${first} ${verb} ${where()}`
}

/** `on the left`, `behind the bench`. */
function whereWords(teller: Teller, spot: Spot): Phrase {
  noteSpot(teller, spot)
  const { at, claims } = spot
  switch (at.kind) {
    case 'framed':
      return proven(FRAMED[at.where], ...claims)
    case 'wall':
      return proven('on the wall', ...claims)
    case 'sides':
      return proven('on either side', ...claims)
    case 'view':
      return { text: 'in view', claims: [] }
    case 'either':
      return say`${proven('on either side of', ...claims)} ${definite(teller, at.other)}`
    case 'place': {
      const words =
        { 'left of': 'to the left of', 'right of': 'to the right of' }[at.relation as string] ??
        at.relation
      return say`${proven(words, ...claims)} ${oneOf(teller, at.other)}`
    }
  }
}
