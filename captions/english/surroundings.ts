import { aroundOf, noteSpot } from '../plan/around.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Spot } from '../plan/spots.ts'
import type { Teller } from '../plan/teller.ts'
import { list, say } from './phrase.ts'
import { definite, oneOf, several } from './refer.ts'
import { FRAMED } from './relation.ts'
import { verbFor } from './stance.ts'

/**
 * `In the background stands a bookshelf`; undefined when nothing is left to tell of. At most `most` nouns.
 * @param joined it goes on with the sentence before, whose subject `it` takes up
 */
export function surroundings(teller: Teller, most: number, joined: boolean): Phrase | undefined {
  const around = aroundOf(teller, most)
  if (!around) return undefined
  const { groups, spot } = around
  if (!joined) teller.subject = null
  const verb = verbFor(teller.book, groups.flat(), spot.key)
  const { kind } = spot.at
  const wished =
    teller.random.unit() < 0.2 &&
    !joined &&
    kind !== 'wall' &&
    kind !== 'view' &&
    !verb.text.includes(' ')
  // More than one would read like a list.
  const inverted = wished && !teller.related.has('inverted')
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
  const follows = spot.at.kind === 'place' && spot.at.other === teller.subject
  const along = follows && !inverted && !verb.text.startsWith('glow') && teller.random.unit() < 0.5
  const told = inverted
    ? inOrder(where, what, (place, things) => say`${place} ${verb} ${things}`)
    : inOrder(what, where, (things, place) =>
        along ? say`with ${things} ${place}` : say`${things} ${verb} ${place}`,
      )
  const [only, ...others] = groups.flat()
  teller.subject = only && others.length === 0 ? only.id : null
  return told
}

/** What is said first is known to what is said next. */
function inOrder(
  first: () => Phrase,
  second: () => Phrase,
  join: (first: Phrase, second: Phrase) => Phrase,
): Phrase {
  const start = first()
  return join(start, second())
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
      const { pronoun } = teller.book.facts.member(at.other).noun
      const isMeant = pronoun === 'it' && teller.subject === at.other
      const other = isMeant
        ? proven(pronoun, teller.book.one('exists', { actor: at.other }))
        : oneOf(teller, at.other)
      return say`${proven(words, ...claims)} ${other}`
    }
  }
}
