import type { PredicateArgs, PredicateName, Status } from '../../../captions/claim.ts'
import type { Facts } from '../../../captions/facts/facts.ts'

/** Claims of one predicate put to facts that make them true, false, or neither. */
export type Cases<P extends PredicateName> = [
  args: PredicateArgs[P],
  facts: () => Facts,
  expected: Status,
][]
