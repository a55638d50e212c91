import type { Claim, Heading, Side, Verb } from '../claim.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { eachDeed } from './deeds.ts'
import type { Tale } from './plot.ts'

/** Of so many `several` do it; of fewer `some`. */
export const SEVERAL = 4

/** What several of those that were struck come to. */
export type Outcome = { amount: 'several' | 'some'; claims: Claim[] } & (
  | { end: 'falls off' | 'lands'; other: string }
  | { end: 'leaves'; side: Side }
  | { end: 'goes'; verb: string; direction?: Heading }
)

/** What all of those that were struck do on the same ground. */
export interface Together {
  actors: string[]
  verb: Verb
  over: Claim<'over'>
  claims: Claim[]
}

/** Undefined of those that do not all go, or not over the same. */
export function togetherOf(book: Book, tale: Tale): Together | undefined {
  if (tale.row ?? tale.pile ?? tale.heap) return undefined
  const group = [...groupOf(tale)]
  const deeds = eachDeed(book).filter(({ actor }) => group.includes(actor))
  const [first] = deeds
  if (!first || group.length < 2 || deeds.length < group.length) return undefined
  // `The pins` are all of them.
  const { en } = book.facts.member(first.actor).noun
  const all = book.facts.glimpsed.filter(({ noun }) => noun.en === en)
  if (all.length > group.length) return undefined
  if (first.moves.predicate === 'acts') return undefined
  const { verb } = first.moves.args
  const same = deeds.every(({ moves }) => moves.args.verb === verb)
  const over = first.over
    .filter(({ args }) => args.how === 'across' && book.facts.member(args.other).class !== 'room')
    .find(({ args }) =>
      deeds.every((deed) => deed.over.some((one) => one.args.other === args.other)),
    )
  if (!same || !over || !PLAIN.test(verb)) return undefined
  const ways = deeds.flatMap((deed) =>
    deed.over.filter((one) => one.args.other === over.args.other),
  )
  return { actors: group, verb, over, claims: [...deeds.map(({ moves }) => moves), ...ways] }
}

/** Where many of those end up that were struck; the most telling first. */
export function outcomesOf(book: Book, tale: Tale, detail: 'brief' | 'normal' | 'full'): Outcome[] {
  const group = groupOf(tale)
  const many = <C extends Claim<Ending>>(all: C[], keyOf: (claim: C) => string) =>
    [
      ...grouped(
        all.filter(({ args }) => group.has(args.actor)),
        keyOf,
      ).values(),
    ].flatMap((claims) => {
      const amount = amountOf(
        claims.map(({ args }) => args.actor),
        group.size,
      )
      return amount ? [{ amount, claims }] : []
    })
  const off = many(book.all('falls_off'), ({ args }) => args.other).map((one): Outcome => ({
    ...one,
    end: 'falls off',
    other: otherOf(one.claims),
  }))
  const gone = many(book.all('leaves'), ({ args }) => args.side).map((one): Outcome => ({
    ...one,
    end: 'leaves',
    side: one.claims[0]?.args.side ?? 'left',
  }))
  const landed = many(book.all('lands'), ({ args }) => args.other)
    .map((one) => ({ ...one, end: 'lands' as const, other: otherOf(one.claims) }))
    .filter(({ other }) => !group.has(other) && book.facts.member(other).class !== 'room')
    // That they come down to the ground goes without saying where they fell off something, or off what was hit.
    .filter(
      ({ other }) =>
        (off.length === 0 && !isNumbered(tale)) || !isBackdrop(book.facts.member(other)),
    )
  // That they roll to where they leave the picture need not be told at no great length.
  const isNews = detail === 'full' || (detail === 'normal' && off.length + gone.length === 0)
  const all = [...(isNews ? ways(book, group) : []), ...off, ...gone, ...landed]
  // `Several of them` twice would read like a list.
  return all.filter(({ amount }, i) => all.findIndex((one) => one.amount === amount) === i)
}

/** `And knocks down several of them` is said of a tower that was hit. */
export function isNumbered({ heap, fells, cause }: Tale): boolean {
  return (
    heap !== undefined && fells !== undefined && cause !== undefined && fells.args.words !== 'some'
  )
}

/** The one way that most of those take of whom that can be told. */
function ways(book: Book, group: Set<string>): Outcome[] {
  const deeds = eachDeed(book).filter(
    ({ actor, moves }) => group.has(actor) && PLAIN.test(moves.args.verb),
  )
  const headed = deeds.flatMap((deed) => {
    const [one, more] = deed.heads
    return one && !more && LEVEL.includes(one.args.direction) ? [{ deed, one }] : []
  })
  const [best] = [
    // Who leaves there has gone there.
    ...grouped(
      headed.filter(({ deed }) => !deed.leaves),
      ({ deed, one }) => `${deed.moves.args.verb} ${one.args.direction}`,
    ).values(),
  ].sort((a, b) => b.length - a.length)
  const amount = amountOf(
    (best ?? []).map(({ deed }) => deed.actor),
    group.size,
  )
  const [first] = best ?? []
  // Of few that go there the others may tumble as well, only elsewhere: `some` would be less than is true.
  if (!best || !first || amount !== 'several') return manners(deeds)
  const { verb } = first.deed.moves.args
  const claims = best.flatMap(({ deed, one }) => [deed.moves, one])
  return [{ amount, claims, end: 'goes', verb, direction: first.one.args.direction }]
}

/** What several of them do, each its own way; that balls roll is no news. */
function manners(deeds: readonly Deed[]): Outcome[] {
  const [best = []] = [
    ...grouped(
      deeds.filter(({ moves }) => moves.args.verb !== 'roll'),
      ({ moves }) => moves.args.verb,
    ).values(),
  ].sort((a, b) => b.length - a.length)
  const [first] = best
  return first && best.length >= SEVERAL
    ? [
        {
          amount: 'several',
          claims: best.map(({ moves }) => moves),
          end: 'goes',
          verb: first.moves.args.verb,
        },
      ]
    : []
}

/** Ways that one goes along the ground. */
const LEVEL: readonly Heading[] = ['left', 'right', 'toward', 'away']

/** Whose verb is said as it is. */
const PLAIN = /^(?:roll|slide|tumble|fly)$/

type Ending = 'falls_off' | 'leaves' | 'lands'

function groupOf({ row, pile, heap, fells, cause }: Tale): Set<string> {
  const ids = row?.args.actors ?? pile?.args.actors ?? heap?.args.actors ?? fells?.args.others ?? []
  return new Set(ids.filter((id) => id !== cause?.actor))
}

/** Undefined of one alone, and of nearly all of so few that `some` would be too little. */
function amountOf(actors: string[], all: number): Outcome['amount'] | undefined {
  const n = new Set(actors).size
  if (n >= SEVERAL) return 'several'
  return n >= 2 && n <= all - 2 ? 'some' : undefined
}

function otherOf([first]: Claim<'falls_off' | 'lands'>[]): string {
  return first?.args.other as string
}
