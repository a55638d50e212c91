import { NUMBERS } from '../numbers.ts'
import type { PredicateArgs, PredicateName } from '../../../captions/claim.ts'

/** One word of a caption exchanged for another, and what the claim that it tells then says. */
export interface Flip {
  kind:
    | 'color'
    | 'material'
    | 'side'
    | 'count'
    | 'direction'
    | 'order'
    | 'verb'
    | 'event'
    | 'time'
    | 'place'
    | 'size'
    | 'light'
    | 'camera'
  /** A pattern; `$1` in `to` is what its first group found. */
  from: string
  to: string
  /** Of what the words say now, where that is another predicate. */
  predicate?: PredicateName
  args: PredicateArgs[PredicateName]
}

export type Flips<P extends PredicateName> = (args: PredicateArgs[P]) => (Flip | undefined)[]

/** Flips of some predicates. */
export type FlipTable = { [P in PredicateName]?: Flips<P> }

export const SIDES = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const

export function recounted<A extends { words: string }>(args: A): Flip | undefined {
  const at = NUMBERS.indexOf(args.words)
  const to = NUMBERS[at + 2] ?? NUMBERS[at - 2]
  return at < 1 || !to
    ? undefined
    : { kind: 'count', from: args.words, to, args: { ...args, words: to } as never }
}

/** Another thing that happens, told in place of it. */
export function event<P extends PredicateName>(
  from: string | undefined,
  to: string,
  predicate: P,
  args: PredicateArgs[P],
): Flip | undefined {
  return from === undefined ? undefined : { kind: 'event', from, to, predicate, args }
}

/** Some seconds more, or fewer. */
export function later<A extends { seconds: string }>(
  args: A,
  before: string,
  after: string,
): Flip | undefined {
  const at = NUMBERS.indexOf(args.seconds)
  const seconds = at <= 2 ? NUMBERS[at + 3] : NUMBERS[at - 3]
  const told = (word: string) =>
    [before, word, word === 'one' ? 'second' : 'seconds', after].filter(Boolean).join(' ')
  return at < 0 || !seconds
    ? undefined
    : {
        kind: 'time',
        from: told(args.seconds),
        to: told(seconds),
        args: { ...args, seconds } as never,
      }
}
