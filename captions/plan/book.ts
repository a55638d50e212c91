import type { Claim, PredicateArgs, PredicateName } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { grouped } from '../grouped.ts'

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
  // Nearly every question is about one actor.
  const byActor = new Map(
    [...verified].map(([predicate, own]) => [predicate, grouped(own, actorOf)] as const),
  )
  const all: Book['all'] = (predicate, args = {}) => {
    const wanted = Object.entries(args)
    const actor = actorOf({ args })
    const among =
      (actor === undefined ? verified.get(predicate) : byActor.get(predicate)?.get(actor)) ?? []
    const found = among.filter((claim) =>
      wanted.every(([name, value]) => (claim.args as Record<string, unknown>)[name] === value),
    )
    return found as Claim<typeof predicate>[] // grouped by predicate
  }
  return { facts, all, one: (predicate, args) => all(predicate, args)[0] }
}

function actorOf({ args }: { args: object }): string | undefined {
  return (args as { actor?: string }).actor
}
