import {
  every,
  grade,
  round,
  type Draft,
  type Predicate,
  type Third,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * Its middle is in one third of the picture in the first frame that was looked at and in another in the last, and it is
 * seen in both. Thirds as in `framed`: left up to x = 0.33, false from 0.5; center within 0.09 of the middle, false from 0.2.
 */
const SIDE = { no: 0.5, yes: 0.33 }
const CENTER = { no: 0.2, yes: 0.09 }
export const THIRDS: Third[] = ['left', 'center', 'right']

export const shifts: Predicate<'shifts'> = {
  name: 'shifts',
  doc: 'In which third of the picture an actor is at first, and in which other one in the end.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member) && (facts.motions.get(member.id) ?? []).length > 0)
      .flatMap((member): Draft<'shifts'>[] => {
        const [from, to] = ([0, -1] as const).map((at) =>
          THIRDS.find((third) => isInThird(member, at, third).status === 'verified'),
        )
        if (!from || !to || from === to) return []
        return [
          {
            predicate: 'shifts',
            args: { actor: member.id, from, to },
            frames: [0, facts.frames],
            salience: salienceOf(member, facts) * 0.4,
          },
        ]
      }),
  verify: ({ args: { actor, from, to } }, facts: Facts) => {
    const member = facts.member(actor)
    return every(isInThird(member, 0, from), isInThird(member, -1, to))
  },
}

/** Is its middle in that third when the shot begins (0) or ends (-1)? */
export function isInThird({ samples }: Member, at: 0 | -1, third: Third): Verdict {
  const sample = samples.at(at)
  if (!sample?.seen || !sample.box)
    return { status: 'untestable', margin: 0, evidence: { seen: false } }
  const { x } = sample
  const evidence = { [at === 0 ? 'first' : 'last']: round(x) }
  if (third === 'center') return grade(Math.abs(x - 0.5), CENTER, evidence)
  return grade(third === 'left' ? x : 1 - x, SIDE, evidence)
}
