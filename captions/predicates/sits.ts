import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import { seatOf, sitsOn } from '../facts/seat.ts'
import { salienceOf } from '../salience.ts'
import { seatedTop } from './acts.ts'

/** Its upper edge over its height, and the share of the frames in which it sits. */
const TOP = { no: 0.93, yes: 0.86 }
const SHARE = { no: 0.8, yes: 0.99 }

export const sits: Predicate<'sits'> = {
  name: 'sits',
  doc: 'A person sits all the time; on another where that is its seat.',
  propose: (facts) =>
    facts.members.flatMap((member): Draft<'sits'>[] => {
      const seat = seatOf(member, 0)
      if (!seat) return []
      const other = facts.members.find((one) => one !== member && sitsOn(seat, one, 0))
      return [
        {
          predicate: 'sits',
          args: { actor: member.id, ...(other && { other: other.id }) },
          frames: [0, facts.frames],
          salience: salienceOf(member, facts) * 0.4,
        },
      ]
    }),
  verify({ args }, facts) {
    const member = facts.member(args.actor)
    const frames = Array.from({ length: facts.frames }, (_, n) => n)
    const on = args.other === undefined ? undefined : facts.member(args.other)
    const seated = frames.filter((n) => {
      const seat = seatOf(member, n)
      return seat !== undefined && (!on || sitsOn(seat, on, n))
    })
    const share = seated.length / frames.length
    const top = seatedTop(member, facts)
    return every(grade(share, SHARE, { share: round(share) }), grade(top, TOP, { top: round(top) }))
  },
}
