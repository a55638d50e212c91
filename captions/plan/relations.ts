import type { Claim, Where } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import { isInDepth } from './around.ts'
import { isUnique, pairOf, type Teller } from './teller.ts'

/** Most that share a place in one sentence. */
const TOGETHER = 3

/** The most salient place not told yet, of a noun that had no turn, with those that share it. */
export function nextRelation(teller: Teller): Claim<'place'>[] | undefined {
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
  // Next to each other they are told to be when nothing better is left.
  if (where === 'above' || (where === 'next to' && !related.has('last turn'))) return false
  const [member, mark] = [book.facts.member(actor), book.facts.member(other)]
  const wall = mark.class === 'wall'
  // What all stands on is told of by whatever does, when nothing else has.
  const footing = where === 'on' && isFooting(mark) && !told.has(other) && teller.detail === 'full'
  if (where === 'on' && !footing) return false
  if ([actor, other].some((id) => isHigh(teller, id))) return false
  const against = member.class === 'furniture' || teller.detail === 'full'
  if (wall && (!against || related.has('wall'))) return false
  const known =
    told.has(actor) &&
    (told.has(other) || wall || footing) &&
    book.one('still', { actor }) &&
    (wall || footing || book.one('still', { actor: other })) &&
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
    (wall || footing || isUnique({ book, earlier }, other)) &&
    book.one('exists', { actor: other }) !== undefined
  )
}

/** Ground, track or cloth; that things stand on the floor of a room goes without saying. */
function isFooting({ class: sort }: Member): boolean {
  return sort === 'ground' || sort === 'road'
}

/** On what is there itself: a mug on a table is where the table is, and only from what shares it is its place news. */
function isBorne({ book }: Teller, { actor, relation: where, other }: Claim<'place'>['args']) {
  const beside = where === 'left of' || where === 'right of' || where === 'next to'
  return book
    .all('place', { actor, relation: 'on' })
    .some(
      ({ args }) =>
        !isBackdrop(book.facts.member(args.other)) &&
        !(beside && book.one('place', { actor: other, relation: 'on', other: args.other })),
    )
}

/** Who was placed may be placed by something else as well. */
export function anotherTurn({ book, related }: Teller): void {
  for (const { noun } of book.facts.members) related.delete(noun.en)
  related.add('last turn')
}

/** What is told of them need not be told again. */
export function noteRelation(teller: Teller, claims: Claim<'place'>[]): void {
  const [{ args }] = claims as [Claim<'place'>]
  const { other, relation: where } = args
  const { facts } = teller.book
  const members = claims.map((claim) => facts.member(claim.args.actor))
  for (const { id, noun } of members) {
    teller.related.add(pairOf(id, other)).add(noun.en)
    if (isInDepth(where)) teller.related.add(`deep ${id}`)
  }
  teller.related.add(facts.member(other).noun.en).add(`${where} ${other}`)
  if (facts.member(other).class === 'wall') teller.related.add('wall')
}

/** Known things that keep their place in one part of the picture; undefined when all are told. */
export function layoutOf(
  teller: Teller,
): { where: Where; members: Member[]; claims: Claim<'framed'>[] } | undefined {
  const { book, told, related } = teller
  const worth = book
    .all('framed')
    .filter(
      ({ args: { actor, where } }) =>
        told.has(actor) &&
        !related.has(`framed ${actor}`) &&
        !related.has(book.facts.member(actor).noun.en) &&
        !related.has(`framed ${where}`) &&
        !(where.endsWith('ground') && related.has(`deep ${actor}`)) &&
        !isBackdrop(book.facts.member(actor)) &&
        book.one('still', { actor }) &&
        !isHigh(teller, actor) &&
        isToldWhole(teller, actor, (id) => book.one('framed', { actor: id, where })),
    )
  const [best] = [...grouped(worth, ({ args }) => args.where).values()].sort(
    (a, b) => Math.min(b.length, TOGETHER) - Math.min(a.length, TOGETHER),
  )
  if (!best) return undefined
  const nouns = [...grouped(best, ({ args }) => book.facts.member(args.actor).noun.en).values()]
  const claims = nouns.slice(0, TOGETHER).flat()
  const where = claims[0]?.args.where as Where
  const members = claims.map(({ args }) => book.facts.member(args.actor))
  for (const { id } of members) related.add(`framed ${id}`)
  related.add(`framed ${where}`)
  return { where, members, claims }
}

/** Not to be taken for another, or all of its noun are told of alike: `the ramps`. */
function isToldWhole(
  teller: Teller,
  actor: string,
  proof: (id: string) => Claim | undefined,
): boolean {
  const { facts } = teller.book
  const { en } = facts.member(actor).noun
  const all = facts.glimpsed.filter(({ noun }) => noun.en === en)
  return (
    isUnique(teller, actor) ||
    (all.length > 1 && all.every(({ id }) => teller.told.has(id) && proof(id) !== undefined))
  )
}

/** Hangs on a wall or from a ceiling: nothing is placed by it. */
function isHigh({ book }: Teller, id: string): boolean {
  return (
    book.one('hangs', { actor: id }) !== undefined ||
    /ceiling|chandelier/.test(book.facts.member(id).noun.en)
  )
}
