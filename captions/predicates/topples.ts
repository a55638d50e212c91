import { every, grade, round, type Predicate } from '../claim.ts'
import { carrier, uprightOf } from '../facts/motion.ts'
import { salienceOf } from '../salience.ts'
import { endsOf, motionOf } from './moves.ts'

/**
 * Degrees that its own +Y leans: it stood upright, true up to 20, false from 40; it leans at the end of the clip, true from
 * 45 (dominoes that lie on each other lean by 50 to 70), false below 25. It is seen before and after.
 */
const BEFORE = { no: 40, yes: 20 }
const AFTER = { no: 25, yes: 45 }

export const topples: Predicate<'topples'> = {
  name: 'topples',
  doc: 'What stood upright turns over, and stays so.',
  propose: (facts) =>
    facts.members.flatMap((member) =>
      (facts.motions.get(member.id) ?? [])
        .filter(
          ({ lean }) =>
            member.class !== 'ball' && lean.before <= BEFORE.yes && lean.after >= AFTER.yes,
        )
        .slice(-1)
        .map(({ from, to }) => ({
          predicate: 'topples' as const,
          args: { actor: member.id },
          frames: [from, to] as [number, number],
          salience: salienceOf(member, facts) + 0.2,
        })),
    ),
  verify(claim, facts) {
    const member = facts.member(claim.args.actor)
    const motion = motionOf(claim, facts)
    if (!motion || member.class === 'ball')
      return { status: 'refuted', margin: -1, evidence: { moves: motion !== undefined } }
    const last = uprightOf(carrier(member.cast, facts.take), facts.frames - 1)
    const verdict = every(
      grade(motion.lean.before, BEFORE, { before: round(motion.lean.before) }),
      grade(motion.lean.after, AFTER, { after: round(motion.lean.after) }),
      grade(last, AFTER, { last: round(last), from: motion.from, to: motion.to }),
    )
    const seen = endsOf(member, motion) !== undefined
    return seen || verdict.status !== 'verified' ? verdict : { ...verdict, status: 'untestable' }
  },
}
