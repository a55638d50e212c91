import type { Claim, Draft, Predicate, PredicateName } from './claim.ts'
import type { Facts } from './facts/facts.ts'
import { PREDICATES } from './predicates/index.ts'

/**
 * Proposes every claim that the facts suggest and puts each to the proof, most salient first.
 * @param number of the last claim before these
 */
export function claimsOf(facts: Facts, number = 0): Claim[] {
  const drafts = Object.values(PREDICATES).flatMap((predicate): Draft[] => predicate.propose(facts))
  return drafts
    .sort((a, b) => b.salience - a.salience)
    .map((draft, i) => {
      // The table pairs each name with its own predicate; TypeScript cannot see that through the lookup.
      const predicate = PREDICATES[draft.predicate] as Predicate<PredicateName>
      const { predicate: name, args, frames, salience } = draft
      const verdict = predicate.verify({ args, frames }, facts)
      const claim = {
        id: `c${number + i + 1}`,
        predicate: name,
        args,
        frames,
        shot: facts.index,
        ...verdict,
        salience: Math.round(salience * 1000) / 1000,
      }
      return claim as Claim // same pairing
    })
}
