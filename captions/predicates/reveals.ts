import { every, grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member, Sample } from '../facts/member.ts'
import { median } from '../geometry.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/** Shares of the actor that are seen, in and out of the picture: at most so much in the first samples, at least so much in the last. */
const BEFORE = { no: 0.1, yes: 0.01 }
const AFTER = { no: 0.5, yes: 0.8 }
/** Share of the picture that it takes in the end. */
const AREA = { no: 0.004, yes: 0.01 }
/** Share of a shot's samples at its beginning, and at its end. */
const END = 0.1

export const reveals: Predicate<'reveals'> = {
  name: 'reveals',
  doc: 'The camera moves, and an actor that stands still, out of sight at first, is in full sight in the end.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member) && measure(member, facts).status === 'verified')
      .map((member): Draft<'reveals'> => ({
        predicate: 'reveals',
        args: { actor: member.id },
        frames: [0, facts.frames],
        salience: salienceOf(member, facts) * 0.6,
      })),
  verify({ args }, facts) {
    const member = facts.glimpsed.find(({ id }) => id === args.actor)
    return member
      ? measure(member, facts)
      : { status: 'refuted', margin: -1, evidence: { seen: false } }
  },
}

function measure(member: Member, { shot, motions }: Facts): Verdict {
  const { samples, id } = member
  const moves = (motions.get(id) ?? []).length > 0
  const isStatic = shot.labels.isStatic === 'present'
  if (moves || isStatic)
    return { status: 'refuted', margin: -1, evidence: { moves, static: isStatic } }
  const count = Math.max(2, Math.ceil(END * samples.length))
  const [first, last] = [samples.slice(0, count), samples.slice(-count)]
  const before = Math.max(...first.map(shareSeen))
  const after = last.every(({ seen }) => seen) ? Math.min(...last.map(shareSeen)) : 0
  const area = median(last.map((sample) => sample.area))
  const evidence = { before: round(before), after: round(after), area: round(area) }
  return every(
    grade(before, BEFORE, evidence),
    grade(after, AFTER, evidence),
    grade(area, AREA, evidence),
  )
}

/** Of the whole actor, hidden or out of the picture or not; what is too dark to tell is in sight all the same. */
function shareSeen({ box, visibility, truncation }: Sample): number {
  return box ? visibility * (1 - truncation) : 0
}
