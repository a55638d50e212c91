import type { Claim } from '../claim.ts'
import { grouped } from '../grouped.ts'
import { eachDeed } from './motion.ts'
import { isBackdrop } from '../salience.ts'
import { proven, say, type Phrase } from './phrase.ts'
import type { Tale } from './plot.ts'
import { edgeOf } from './deed.ts'
import { name, type Teller } from './refer.ts'

/** Of so many `several` do it; of fewer `some`. */
const SEVERAL = 4

/** Where many of those end up that were struck: `several of them leave the frame on the right`; the most telling first. */
export function outcomes(teller: Teller, tale: Tale): (() => Phrase)[] {
  const { book } = teller
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
  const onto = (claims: Claim<'falls_off' | 'lands'>[]) => book.facts.member(otherOf(claims))
  const off = many(book.all('falls_off'), ({ args }) => args.other).map(
    ({ amount, claims }): Outcome => ({
      amount,
      tell: () =>
        say`${proven(`${amount} of them fall off`, ...claims)} ${name(teller, otherOf(claims))}`,
    }),
  )
  const gone = many(book.all('leaves'), ({ args }) => args.side).map(
    ({ amount, claims }): Outcome => ({
      amount,
      tell: () =>
        proven(
          `${amount} of them leave the frame ${edgeOf(claims[0]?.args.side ?? 'left')}`,
          ...claims,
        ),
    }),
  )
  const landed = many(book.all('lands'), ({ args }) => args.other)
    .filter(({ claims }) => !group.has(otherOf(claims)) && onto(claims).class !== 'room')
    // That they come down to the ground goes without saying where they fell off something, or off what was hit.
    .filter(({ claims }) => (off.length === 0 && !isNumbered(tale)) || !isBackdrop(onto(claims)))
    .map(({ amount, claims }): Outcome => ({
      amount,
      tell: () =>
        say`${proven(`${amount} of them drop onto`, ...claims)} ${name(teller, otherOf(claims))}`,
    }))
  const all = [...(teller.detail === 'full' ? ways(teller, group) : []), ...off, ...gone, ...landed]
  // `Several of them` twice would read like a list.
  return all
    .filter(({ amount }, i) => all.findIndex((one) => one.amount === amount) === i)
    .map(({ tell }) => tell)
}

/** `It knocks down several of them` was said of a tower that was hit. */
export function isNumbered({ heap, fells, cause }: Tale): boolean {
  return (
    heap !== undefined && fells !== undefined && cause !== undefined && fells.args.words !== 'some'
  )
}

interface Outcome {
  amount: string
  tell: () => Phrase
}

/** `several of them roll to the right`: the one way that most of those take of whom that can be told. */
function ways(teller: Teller, group: Set<string>): Outcome[] {
  const { book } = teller
  const deeds = eachDeed(book).filter(
    ({ actor, moves }) => group.has(actor) && PLAIN.test(moves.args.verb),
  )
  const headed = deeds.flatMap((deed) => {
    const [one, more] = deed.heads
    return one && !more && ['left', 'right'].includes(one.args.direction) ? [{ deed, one }] : []
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
  if (!best || !first || amount !== 'several') return []
  const { verb } = first.deed.moves.args
  const claims = best.flatMap(({ deed, one }) => [deed.moves, one])
  const words = `${amount} of them ${verb} to the ${first.one.args.direction}`
  return [{ amount, tell: () => proven(words, ...claims) }]
}

/** Whose verb is said as it is. */
const PLAIN = /^(?:roll|slide|tumble|fly)$/

type Ending = 'falls_off' | 'leaves' | 'lands'

function groupOf({ row, pile, heap, fells, cause }: Tale): Set<string> {
  const ids = row?.args.actors ?? pile?.args.actors ?? heap?.args.actors ?? fells?.args.others ?? []
  return new Set(ids.filter((id) => id !== cause?.actor))
}

/** Undefined of one alone, and of nearly all of so few that `some` would be too little. */
function amountOf(actors: string[], all: number): string | undefined {
  const n = new Set(actors).size
  if (n >= SEVERAL) return 'several'
  return n >= 2 && n <= all - 2 ? 'some' : undefined
}

function otherOf([first]: Claim<'falls_off' | 'lands'>[]): string {
  return first?.args.other as string
}
