import { grade, round, type Draft, type Predicate } from '../claim.ts'
import { isSeenAt } from '../facts/contacts.ts'
import { middleOf } from '../facts/support.ts'
import { length, subtract } from '../geometry.ts'
import { salienceOf } from '../salience.ts'

/**
 * A joint of it gives way, by the physics, and it gets away from there within a second, over its own size: true from 0.5,
 * false below 0.1. It is seen then.
 */
const AWAY = { no: 0.1, yes: 0.5 }

export const breaksOff: Predicate<'breaks_off'> = {
  name: 'breaks_off',
  doc: 'The actor comes off what it was fastened to.',
  propose: (facts) =>
    facts.take.events
      .filter(({ kind }) => kind === 'breaks-off')
      .flatMap(({ actor, other, t }): Draft<'breaks_off'>[] => {
        const member = facts.members.find(({ id }) => id === actor)
        const base = facts.members.find(({ id }) => id === other)
        if (!member) return []
        const frame = Math.floor(t * facts.fps)
        const draft: Draft<'breaks_off'> = {
          predicate: 'breaks_off',
          args: { actor, ...(base && { other: base.id }) },
          frames: [Math.max(0, frame - 1), Math.min(facts.frames, frame + facts.fps)],
          salience: salienceOf(member, facts) + 0.4,
        }
        return breaksOff.verify(draft, facts).status === 'verified' ? [draft] : []
      }),
  verify({ args: { actor, other }, frames: [from, to] }, facts) {
    const event = facts.take.events.find(
      (one) =>
        one.kind === 'breaks-off' &&
        one.actor === actor &&
        (other === undefined || one.other === other) &&
        one.t * facts.fps >= from - 1 &&
        one.t * facts.fps <= to + 1,
    )
    if (!event) return { status: 'refuted', margin: -1, evidence: { breaks: false } }
    const member = facts.member(actor)
    const frame = Math.floor(event.t * facts.fps)
    const last = Math.min(facts.frames - 1, frame + facts.fps)
    const away = length(subtract(middleOf(member, last), middleOf(member, frame)))
    const verdict = grade(away / Math.max(...member.size), AWAY, {
      away: round(away),
      at: round(event.t),
    })
    const seen = isSeenAt(member, event.t, facts)
    return seen || verdict.status !== 'verified' ? verdict : { ...verdict, status: 'untestable' }
  },
}
