import { grade, round, type Draft, type Predicate } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { salienceOf } from '../salience.ts'

/** Ratio of their largest real sizes; it must also look so (ratio of box heights above 1). */
const RATIO = { no: 1.05, yes: 1.35 }

export const larger: Predicate<'larger'> = {
  name: 'larger',
  doc: 'One of two actors with the same noun is clearly larger than the other.',
  propose: (facts) =>
    facts.members.flatMap((member) =>
      facts.members
        .filter((other) => other.id !== member.id && other.noun.en === member.noun.en)
        .filter((other) => ratio(member, other) >= RATIO.yes && looks(member, other) > 1)
        .map((other): Draft<'larger'> => ({
          predicate: 'larger',
          args: { actor: member.id, other: other.id },
          frames: [0, facts.frames],
          salience: (salienceOf(member, facts) + salienceOf(other, facts)) * 0.15,
        })),
    ),
  verify({ args }, facts) {
    const [member, other] = [facts.member(args.actor), facts.member(args.other)]
    const real = grade(ratio(member, other), RATIO, {
      ratio: round(ratio(member, other)),
      looks: round(looks(member, other)),
    })
    return real.status === 'verified' && looks(member, other) <= 1
      ? { ...real, status: 'untestable' }
      : real
  },
}

function ratio(member: Member, other: Member): number {
  return Math.max(...member.size) / Math.max(...other.size)
}

function looks(member: Member, other: Member): number {
  return Math.sqrt(member.area / Math.max(other.area, 1e-9))
}
