import type { Claim } from '../claim.ts'
import { isBackdrop } from '../salience.ts'
import { proven, say, type Phrase } from './phrase.ts'
import { definite, isUnique, name, pairOf, type Teller } from './refer.ts'
import { verbFor } from './stance.ts'

/** Where known things are from each other, two at a time; undefined when nothing is left to say. */
export function relation(teller: Teller): Phrase | undefined {
  const first = next(teller)
  if (!first) return undefined
  const told = tell(teller, first)
  const second = next(teller)
  return second ? say`${told}, and ${tell(teller, second)}` : told
}

/** The most salient place not told yet, of a noun that had no turn. */
function next(teller: Teller): Claim<'place'> | undefined {
  const { book, told, related, earlier } = teller
  return book.all('place').find(({ args: { actor, other, relation: where } }) => {
    if (where === 'on' || where === 'above' || where === 'next to') return false
    const [member, mark] = [book.facts.member(actor), book.facts.member(other)]
    const wall = mark.class === 'wall'
    if ([actor, other].some((id) => isHigh(teller, id))) return false
    if (wall && (member.class !== 'furniture' || related.has('wall'))) return false
    const known =
      told.has(actor) &&
      (told.has(other) || wall) &&
      book.one('still', { actor }) &&
      (wall || book.one('still', { actor: other })) &&
      !isBackdrop(member)
    const fresh = !related.has(pairOf(actor, other)) && !related.has(member.noun.en)
    return (
      known &&
      fresh &&
      isUnique({ book, earlier }, actor) &&
      (wall || isUnique({ book, earlier }, other)) &&
      book.one('exists', { actor: other })
    )
  })
}

function tell(teller: Teller, claim: Claim<'place'>): Phrase {
  const { actor, other, relation: where } = claim.args
  const member = teller.book.facts.member(actor)
  const words =
    { 'left of': 'to the left of', 'right of': 'to the right of' }[where as string] ?? where
  const known = teller.told.has(other)
  teller.related
    .add(pairOf(actor, other))
    .add(member.noun.en)
    .add(teller.book.facts.member(other).noun.en)
  if (teller.book.facts.member(other).class === 'wall') teller.related.add('wall')
  const verb = verbFor(teller.book, [{ members: [member], salience: 0 }], where)
  return say`${definite(teller, actor)} ${verb} ${proven(words, claim)} ${known ? definite(teller, other) : name(teller, other)}`
}

/** Hangs on a wall or from a ceiling: nothing is placed by it. */
function isHigh({ book }: Teller, id: string): boolean {
  return (
    book.one('hangs', { actor: id }) !== undefined ||
    /ceiling|chandelier/.test(book.facts.member(id).noun.en)
  )
}
