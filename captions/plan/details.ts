import type { Claim } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import type { Deed } from './deed.ts'
import { eachDeed } from './deeds.ts'
import { outcomesOf, SEVERAL } from './outcomes.ts'
import { type Tale, taleOf } from './plot.ts'
import { MANY, shadesIn, tintIn } from './shades.ts'
import { isMeant, isUnique, type Teller } from './teller.ts'
import { keepsGoing } from './thirds.ts'

/** What a careful viewer adds once all has been told that happens and stands around. */
export type Detail =
  /** The colours of many that are told of as one. */
  | { kind: 'shades'; members: Member[]; shades: { color: string; proof: { id: string }[] }[] }
  /** Some of the colours of many. */
  | { kind: 'among'; members: Member[]; shades: { color: string; proof: { id: string }[] }[] }
  /** The one colour that several of many have, or all. */
  | { kind: 'tint'; members: Member[]; claims: Claim<'color'>[] }
  /** Where those come to be that moved. */
  | { kind: 'ends'; claims: Claim<'ends'>[] }
  /** What becomes of the first or the last of many to go. */
  | { kind: 'one'; which: 'first' | 'last'; deed: Deed }
  /** On what many are before anything happens to them. */
  | { kind: 'stands'; claim: Claim<'begins'> }
  /** On what one is before anything happens to it, and what it comes to lie on. */
  | { kind: 'begins'; claim: Claim<'begins'>; ends: Claim<'ends'> }
  /** Several of a noun come to lie on one thing. */
  | { kind: 'rest'; claims: Claim<'ends'>[] }
  /** When one strikes another. */
  | { kind: 'time'; claim: Claim<'strikes_at'> }
  /** How many of many come to one end. */
  | { kind: 'fates'; claim: Claim<'fates'> }

/** Frames between two that do not set off together. */
const APART = 4
/** What of one among many is worth telling. */
const ONES = /^(?:roll|slide|tumble|fly|topple)$/
/** How often each kind may be told. */
const OFTEN = {
  shades: 2,
  among: 1,
  tint: 1,
  ends: 2,
  fates: 3,
  one: 2,
  begins: 1,
  rest: 1,
  stands: 1,
  time: 1,
} as const

/** The best detail of a kind that was not told yet. */
export function detailOf(teller: Teller, kind: Detail['kind']): Detail | undefined {
  const { related } = teller
  const turn = [1, 2, 3].find((n) => n <= OFTEN[kind] && !related.has(`${kind} ${n}`))
  if (turn === undefined) return undefined
  const found = FINDERS[kind](teller)
  if (!found) return undefined
  related.add(`${kind} ${turn}`)
  return found
}

/** Whom the next sentence may take up. */
export function subjectOf(told: Detail): string | null {
  switch (told.kind) {
    case 'time':
      return told.claim.args.actor
    case 'begins':
      return told.claim.args.actors[0] ?? null
    case 'ends':
      return told.claims.length === 1 ? (told.claims[0]?.args.actor ?? null) : null
    default:
      return null
  }
}

const FINDERS: Record<Detail['kind'], (teller: Teller) => Detail | undefined> = {
  shades: (teller) => shadesIn(teller, 'shades'),
  among: (teller) => shadesIn(teller, 'among'),
  tint: tintIn,
  ends(teller) {
    const { book } = teller
    const all = book
      .all('ends')
      .filter(({ args }) => isMeant(teller, args.actor) && !keepsGoing(teller, args.actor))
      .filter((claim) => isEndNews(teller, claim))
      .filter(({ args }) => args.relation === 'on' && fresh(teller, `ends ${args.actor}`))
    const [first] = all
    if (!first) return undefined
    const claims = all
      .filter(
        ({ args }) => args.other === first.args.other && args.relation === first.args.relation,
      )
      .slice(0, 3)
    for (const { args } of claims) teller.related.add(`ends ${args.actor}`)
    return { kind: 'ends', claims }
  },
  one(teller) {
    const { book, related } = teller
    const tale = taleOf(book)
    const en = nounOfMany(teller, tale)
    if (en === undefined || tale?.row) return undefined
    if (tale?.cause && book.facts.member(tale.cause.actor).noun.en === en) return undefined
    const going = book.facts.members
      .flatMap(({ id, noun }) => {
        const [first] = (noun.en === en && book.facts.motions.get(id)) || []
        return first ? [{ id, at: first.from }] : []
      })
      .sort((a, b) => a.at - b.at)
    for (const which of ['first', 'last'] as const) {
      const [end, next] = which === 'first' ? going : going.toReversed()
      // Two that set off at once are both the first.
      if (!end || !next || Math.abs(end.at - next.at) < APART || related.has(`one ${which}`))
        continue
      const deed = eachDeed(book).find(({ actor }) => actor === end.id)
      if (!deed || !ONES.test(deed.moves.args.verb) || deed.heads.length === 0) continue
      if (deed.moves.frames[0] > end.at + APART) continue
      related.add(`one ${which}`)
      return { kind: 'one', which, deed }
    }
    return undefined
  },
  begins(teller) {
    const { book } = teller
    // That what rolls across the table was on it goes without saying, and so it does of all that stand on the ground.
    const claim = book
      .all('begins')
      .find(
        ({ args: { actors, noun, other } }) =>
          actors.length === 1 &&
          actors.every((actor) => isMeant(teller, actor) && !book.one('over', { actor, other })) &&
          fresh(teller, `begins ${noun}`) &&
          actors.every((actor) => book.facts.holds.get(actor) === 'free') &&
          book.facts.member(other).kind !== 'ground' &&
          (!teller.told.has(other) || isUnique(teller, other)),
      )
    if (!claim) return undefined
    const [actor = ''] = claim.args.actors
    const ends = book
      .all('ends', { actor, relation: 'on' })
      .find((one) => fresh(teller, `ends ${actor}`) && isEndNews(teller, one))
    if (!ends) return undefined
    teller.related.add(`begins ${claim.args.noun}`).add(`ends ${actor}`)
    return { kind: 'begins', claim, ends }
  },
  stands(teller) {
    const { book } = teller
    const { row, pile, heap, fells } = taleOf(book) ?? {}
    const [actor] = (row ?? pile ?? heap)?.args.actors ?? fells?.args.others ?? []
    if (actor === undefined) return undefined
    const { noun } = book.facts.member(actor)
    const claim = book.all('begins').find(
      ({ args }) =>
        args.noun === noun.en &&
        args.actors.every((id) => teller.told.has(id)) &&
        // On what was told of they stand anyway.
        !teller.told.has(args.other),
    )
    if (!claim || !fresh(teller, `begins ${noun.en}`)) return undefined
    teller.related.add(`begins ${noun.en}`)
    return { kind: 'stands', claim }
  },
  rest(teller) {
    const { book } = teller
    const nounOf = (actor: string) => book.facts.member(actor).noun.en
    const tale = taleOf(book)
    const outcomes = tale ? outcomesOf(book, tale, teller.detail) : []
    // `Several of them` twice would read like a list.
    if (outcomes.some(({ amount }) => amount === 'several')) return undefined
    const landed = outcomes.flatMap((one) => (one.end === 'lands' ? one.other : []))
    const all = book
      .all('ends', { relation: 'on' })
      .filter(
        ({ args: { actor, other } }) => teller.told.has(actor) && nounOf(actor) !== nounOf(other),
      )
    const claims = [
      ...grouped(all, ({ args }) => `${nounOf(args.actor)} on ${args.other}`).values(),
    ].find(
      (some) =>
        some.length >= SEVERAL &&
        !landed.includes(some[0]?.args.other ?? '') &&
        !book.one('lands', some[0]?.args) &&
        fresh(teller, `fates ends on ${nounOf(some[0]?.args.actor ?? '')}`),
    )
    return claims && { kind: 'rest', claims: claims.slice(0, 10) }
  },
  time(teller) {
    // `Them` in what follows are those that the cause struck.
    const cause = taleOf(teller.book)?.cause?.actor
    const isTold = (id: string) => teller.told.has(id)
    const claim = teller.book
      .all('strikes_at')
      .toSorted((a, b) => a.frames[0] - b.frames[0])
      .find(
        ({ args: { actor, others } }) =>
          isMeant(teller, actor) &&
          (cause === undefined || actor === cause) &&
          (others.length > 1 ? others.some(isTold) : others.every(isTold)) &&
          (others.length > 1 || isUnique(teller, others[0] ?? '')),
      )
    return claim && { kind: 'time', claim }
  },
  fates(teller) {
    const { facts } = teller.book
    const tale = taleOf(teller.book)
    const cause = tale?.cause?.actor
    const gone = tale ? outcomesOf(teller.book, tale, 'full') : []
    const isTold = (end: string, at: string) =>
      gone.some(
        (one) =>
          (one.end === 'leaves' && end === 'leaves' && one.side === at) ||
          // What drops onto it ends up there.
          (one.end === 'lands' && end === 'ends on' && one.other === at),
      )
    const claim = teller.book
      .all('fates')
      .find(
        ({ args: { actors, end, noun, at } }) =>
          at !== 'top' &&
          at !== 'bottom' &&
          !isTold(end, at) &&
          (cause === undefined || facts.member(cause).noun.en !== noun) &&
          actors.some((id) => teller.told.has(id)) &&
          fresh(teller, `fates ${end} ${noun}`) &&
          facts.members.filter((member) => member.noun.en === noun).length >= 3,
      )
    if (!claim) return undefined
    teller.related.add(`fates ${claim.args.end} ${claim.args.noun}`)
    return { kind: 'fates', claim }
  },
}

/** Of whom many were told of at once: those that were struck, or the most that move. */
function nounOfMany({ book, told }: Teller, tale: Tale | undefined): string | undefined {
  const { facts } = book
  const [struck] =
    tale?.fells?.args.others ?? tale?.pile?.args.actors ?? tale?.heap?.args.actors ?? []
  if (struck !== undefined) return facts.member(struck).noun.en
  const moving = facts.members.filter(
    ({ id }) => told.has(id) && (facts.motions.get(id) ?? []).length > 0,
  )
  const [most] = [...grouped(moving, ({ noun }) => noun.en).values()].sort(
    (a, b) => b.length - a.length,
  )
  return most && most.length >= MANY ? most[0]?.noun.en : undefined
}

/** Where it went or fell was told with that. */
function isEndNews(teller: Teller, { args: { actor, relation, other } }: Claim<'ends'>): boolean {
  const { book } = teller
  return relation === 'on'
    ? !book.one('over', { actor, other }) && !book.one('lands', { actor, other })
    : isMeant(teller, other)
}

function fresh({ related }: Teller, key: string): boolean {
  return !related.has(key)
}
