import type { Claim, Where } from '../claim.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import { list, proven, say, type Phrase } from './phrase.ts'
import { definite, isUnique, name, pairOf, type Teller } from './refer.ts'
import { verbFor } from './stance.ts'

/** Most that share a place in one sentence. */
const TOGETHER = 3

/** Where known things are from each other, those in one place together; undefined when nothing is left to say. */
export function relation(teller: Teller): Phrase | undefined {
  const first = next(teller)
  if (!first) return undefined
  const told = tell(teller, first)
  const second = next(teller)
  return second ? say`${told}, and ${tell(teller, second)}` : told
}

/** The most salient place not told yet, of a noun that had no turn, with those that share it. */
function next(teller: Teller): Claim<'place'>[] | undefined {
  const worth = teller.book.all('place').filter((claim) => isWorth(teller, claim))
  const [first] = worth
  if (!first) return undefined
  const same = worth.filter(
    ({ args }) => args.other === first.args.other && args.relation === first.args.relation,
  )
  const nouns = grouped(same, ({ args }) => teller.book.facts.member(args.actor).noun.en)
  return [...nouns.values()].map(([claim]) => claim as Claim<'place'>).slice(0, TOGETHER)
}

function isWorth(teller: Teller, { args }: Claim<'place'>): boolean {
  const { actor, other, relation: where } = args
  const { book, told, related, earlier } = teller
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
  const fresh =
    !related.has(pairOf(actor, other)) &&
    !related.has(member.noun.en) &&
    !related.has(`${where} ${other}`)
  return (
    known !== undefined &&
    known !== false &&
    fresh &&
    !isBorne(teller, args) &&
    isUnique({ book, earlier }, actor) &&
    (wall || isUnique({ book, earlier }, other)) &&
    book.one('exists', { actor: other }) !== undefined
  )
}

/** On what is there itself: that a mug on a table is in front of the fence is told with the table. */
function isBorne({ book }: Teller, { actor, relation: where, other }: Claim<'place'>['args']) {
  return book
    .all('place', { actor, relation: 'on' })
    .some(
      ({ args }) =>
        !isBackdrop(book.facts.member(args.other)) &&
        book.one('place', { actor: args.other, relation: where, other }),
    )
}

function tell(teller: Teller, claims: Claim<'place'>[]): Phrase {
  const [{ args }] = claims as [Claim<'place'>]
  const { other, relation: where } = args
  const { facts } = teller.book
  const members = claims.map((claim) => facts.member(claim.args.actor))
  const words =
    { 'left of': 'to the left of', 'right of': 'to the right of' }[where as string] ?? where
  const known = teller.told.has(other)
  for (const { id, noun } of members) teller.related.add(pairOf(id, other)).add(noun.en)
  teller.related.add(facts.member(other).noun.en).add(`${where} ${other}`)
  if (facts.member(other).class === 'wall') teller.related.add('wall')
  const verb = verbFor(teller.book, [{ members, salience: 0 }], where)
  const who = list(members.map(({ id }) => definite(teller, id)))
  return say`${who} ${verb} ${proven(words, ...claims)} ${known ? definite(teller, other) : name(teller, other)}`
}

/** Where in the picture known things are that keep their place: `The billiard table is in the middle of the frame.` */
export function layout(teller: Teller): Phrase | undefined {
  const { book, told, related } = teller
  const worth = book
    .all('framed')
    .filter(
      ({ args: { actor, where } }) =>
        where in FRAMED &&
        told.has(actor) &&
        !related.has(`framed ${actor}`) &&
        !related.has(book.facts.member(actor).noun.en) &&
        !related.has(`framed ${where}`) &&
        !isBackdrop(book.facts.member(actor)) &&
        book.one('still', { actor }) &&
        !isHigh(teller, actor) &&
        isUnique(teller, actor),
    )
  const [best] = [...grouped(worth, ({ args }) => args.where).values()].sort(
    (a, b) => Math.min(b.length, TOGETHER) - Math.min(a.length, TOGETHER),
  )
  if (!best) return undefined
  const claims = best.slice(0, TOGETHER)
  const where = claims[0]?.args.where as Where
  const members = claims.map(({ args }) => book.facts.member(args.actor))
  for (const { id } of members) related.add(`framed ${id}`)
  related.add(`framed ${where}`)
  const verb = verbFor(book, [{ members, salience: 0 }], where)
  const who = list(members.map(({ id }) => definite(teller, id)))
  return say`${who} ${verb} ${proven(FRAMED[where as keyof typeof FRAMED], ...claims)}`
}

export const FRAMED = {
  background: 'in the background',
  foreground: 'in the foreground',
  left: 'on the left',
  right: 'on the right',
  center: 'in the middle of the frame',
}

/** Hangs on a wall or from a ceiling: nothing is placed by it. */
function isHigh({ book }: Teller, id: string): boolean {
  return (
    book.one('hangs', { actor: id }) !== undefined ||
    /ceiling|chandelier/.test(book.facts.member(id).noun.en)
  )
}
