import type { Claim } from '../claim.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { type Outcome, outcomesOf, type Together, togetherOf } from './outcomes.ts'
import type { Tale } from './plot.ts'
import type { Teller } from './teller.ts'

/** What comes of a tale's beginning; each is a sentence. */
export type Consequence =
  /** What was thrown meets something. */
  | { kind: 'strikes'; cause: Deed }
  | { kind: 'row falls'; row: Claim<'chain'>; last?: Claim<'knocks' | 'hits'> }
  /** Whatever made the row fall was told with it. */
  | { kind: 'last one'; last: Claim<'knocks' | 'hits'> }
  | { kind: 'together'; go: Together }
  /** At most two in one sentence. */
  | { kind: 'ends'; outcomes: Outcome[] }
  /** @param others when a known number fell, those that stand are the others */
  | { kind: 'stand'; stand: Claim<'tally'>; others: boolean }
  | { kind: 'sink'; sunk: Claim<'pockets'>; cause: Deed | undefined }

/** In the order in which they are told: the row falls, some end elsewhere, some stand. */
export function consequencesOf(book: Book, tale: Tale, detail: Teller['detail']): Consequence[] {
  const { row, pile, heap, last, stand, cause, fells, thrown, sunk } = tale
  const thrownAt = thrown && cause?.actor === thrown.args.other && (pile ?? heap ?? fells)
  // Another than those that were struck may have dropped too.
  const struck = [cause?.actor, ...(fells?.args.others ?? [])]
  const go = detail === 'full' ? togetherOf(book, tale) : undefined
  return [
    ...(thrownAt && cause ? [{ kind: 'strikes' as const, cause }] : []),
    ...(row && cause
      ? [{ kind: 'row falls' as const, row, ...(last && { last }) }]
      : row && last
        ? [{ kind: 'last one' as const, last }]
        : []),
    ...(go ? [{ kind: 'together' as const, go }] : []),
    ...inPairs(outcomesOf(book, tale, detail)).map((outcomes) => ({
      kind: 'ends' as const,
      outcomes,
    })),
    ...(stand && !pile && !heap
      ? [{ kind: 'stand' as const, stand, others: isExact(fells) && isExact(stand) }]
      : []),
    ...sunk
      .filter(({ args }) => args.actors.every((id) => struck.includes(id)))
      .map((claim) => ({ kind: 'sink' as const, sunk: claim, cause })),
  ]
}

function inPairs<T>(all: readonly T[]): T[][] {
  return all.flatMap((_, i) => (i % 2 === 0 ? [all.slice(i, i + 2)] : []))
}

/** Share of all of the noun that a row must be to be told of by their number. */
const ROW = 0.7

/** Whether the number of the noun is that of the row: of six books three in a row are not six. */
export function isCounted(book: Book, { args: { noun, actors } }: Claim<'chain'>): boolean {
  return book
    .all('count')
    .some(({ args }) => args.noun === noun && actors.length >= ROW * args.actors.length)
}

function isExact(claim: Claim<'knocks' | 'tally'> | undefined): boolean {
  return claim !== undefined && EXACT.test(claim.args.words)
}

const EXACT = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/
