import {
  grade,
  round,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { isBackdrop, salienceOf } from '../salience.ts'
import { apartAt, APART } from './ends.ts'

/** Most that one is placed by. */
const PLACES = 3

type Args = PredicateArgs['begins_beside']

/** Left / right of something that keeps its place in the first frame, as `ends` has it in the last; both are seen then. */
export const beginsBeside: Predicate<'begins_beside'> = {
  name: 'begins_beside',
  doc: 'To which side of another thing something is before it moves.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member) && (facts.motions.get(member.id) ?? []).length > 0)
      .flatMap((member) =>
        (['left of', 'right of'] as const).flatMap((relation) =>
          facts.members
            .map((other): Args => ({ actor: member.id, relation, other: other.id }))
            .filter((args) => args.other !== args.actor && judge(args, facts).status === 'verified')
            .slice(0, PLACES)
            .map((args): Draft<'begins_beside'> => ({
              predicate: 'begins_beside',
              args,
              frames: [0, 1],
              salience: salienceOf(member, facts) * 0.3,
            })),
        ),
      ),
  verify: ({ args }, facts) => judge(args, facts),
}

function judge({ actor, relation, other }: Args, facts: Facts): Verdict {
  const [member, mark] = [facts.member(actor), facts.member(other)]
  const apart = apartAt(member, mark, 0)
  const gap = relation === 'left of' ? apart : -apart
  const evidence = { first: round(gap) }
  const keeps = (facts.motions.get(other) ?? []).length === 0 && !isBackdrop(mark)
  return keeps && !Number.isNaN(gap)
    ? grade(gap, APART, evidence)
    : { status: 'untestable', margin: 0, evidence }
}
