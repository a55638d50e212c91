import {
  grade,
  round,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { salienceOf } from '../salience.ts'

/**
 * How fast a walker walks, metres per second on average: slow up to 0.7 (false from 1), easy 0.9..1.55 (false
 * outside 0.7..1.9), brisk from 1.7 (false up to 1.45).
 */
export const pace: Predicate<'pace'> = {
  name: 'pace',
  doc: 'A person walks at a slow, easy or brisk pace.',
  propose: (facts) =>
    facts.members
      .filter((member) => member.walks && member.withers === null)
      .flatMap((member) =>
        (facts.motions.get(member.id) ?? [])
          .filter(({ gait }) => gait === 'travels')
          .slice(0, 1)
          .flatMap((motion) =>
            (['slow', 'easy', 'brisk'] as const)
              .filter((name) => measure(member.id, name, facts).status === 'verified')
              .map((name): Draft<'pace'> => ({
                predicate: 'pace',
                args: { actor: member.id, pace: name },
                frames: [motion.from, motion.to],
                salience: salienceOf(member, facts) * 0.3,
              })),
          ),
      ),
  verify: ({ args }, facts) => measure(args.actor, args.pace, facts),
}

function measure(id: string, name: PredicateArgs['pace']['pace'], facts: Facts): Verdict {
  const motion = (facts.motions.get(id) ?? []).find(({ gait }) => gait === 'travels')
  if (!motion || !facts.member(id).walks || facts.member(id).withers !== null)
    return { status: 'untestable', margin: 0, evidence: {} }
  const evidence = { speed: round(motion.speed) }
  if (name === 'slow') return grade(motion.speed, { no: 1, yes: 0.7 }, evidence)
  if (name === 'brisk') return grade(motion.speed, { no: 1.45, yes: 1.7 }, evidence)
  const [low, high] = [
    grade(motion.speed, { no: 0.7, yes: 0.9 }, evidence),
    grade(motion.speed, { no: 1.9, yes: 1.55 }, evidence),
  ]
  return low.status === 'verified' ? high : low
}
