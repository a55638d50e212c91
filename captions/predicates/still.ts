import { grade, round, type Draft, type Predicate } from '../claim.ts'
import { carrier } from '../facts/motion.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/** Metres travelled in the whole clip over its largest size. */
const TRAVEL = { no: 0.1, yes: 0.01 }

export const still: Predicate<'still'> = {
  name: 'still',
  doc: 'The actor stays where it is all the time: it stands, sits, lies, is parked.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member) && (facts.motions.get(member.id) ?? []).length === 0)
      .map((member): Draft<'still'> => ({
        predicate: 'still',
        args: { actor: member.id },
        frames: [0, facts.frames],
        salience: salienceOf(member, facts) * 0.3,
      }))
      .filter((draft) => still.verify(draft, facts).status === 'verified'),
  verify({ args }, facts) {
    const member = facts.member(args.actor)
    const travel = (carrier(member.cast, facts.take).travel.at(-1) ?? 0) / Math.max(...member.size)
    const acts = member.done.find(({ doing }) => doing !== 'seated' && doing !== 'point')
    if (acts) return { status: 'refuted', margin: -1, evidence: { acts: acts.doing } }
    const turns = (facts.motions.get(member.id) ?? []).length
    return turns > 0 && travel <= TRAVEL.yes
      ? { status: 'refuted', margin: -1, evidence: { motions: turns } }
      : grade(travel, TRAVEL, { travel: round(travel) })
  },
}
