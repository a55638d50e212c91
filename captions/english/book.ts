import type { Claim, PredicateArgs, PredicateName } from '../claim.ts'
import { grouped } from '../grouped.ts'
import type { Facts } from '../facts/facts.ts'

/** The verified claims of a clip, to be looked up by what they say. Nothing else can get into a sentence. */
export interface Book {
  facts: Facts
  /** Most salient first. */
  all<P extends PredicateName>(predicate: P, args?: Partial<PredicateArgs[P]>): Claim<P>[]
  one<P extends PredicateName>(predicate: P, args?: Partial<PredicateArgs[P]>): Claim<P> | undefined
}

export function bookOf(claims: Claim[], facts: Facts): Book {
  const verified = grouped(
    claims.filter(({ status }) => status === 'verified'),
    ({ predicate }) => predicate,
  )
  const all: Book['all'] = (predicate, args = {}) => {
    const wanted = Object.entries(args)
    const found = (verified.get(predicate) ?? []).filter((claim) =>
      wanted.every(([name, value]) => (claim.args as Record<string, unknown>)[name] === value),
    )
    return found as Claim<typeof predicate>[] // grouped by predicate
  }
  return { facts, all, one: (predicate, args) => all(predicate, args)[0] }
}
