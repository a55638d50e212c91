import { every, grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import { gapAt } from '../facts/gap.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import type { Motion } from '../facts/motion.ts'
import { length } from '../geometry.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * One runs into another that rests and sets it going. Gap between their world boxes when the other sets off, over the
 * smaller's size: true up to 0.12, false from 0.5. The one must have come nearer in the quarter second before: share of its
 * way that closed the gap, true from 0.5, false below 0.1. Both are seen then. Where the physics saw what struck the other
 * as it set off, or both are bodies, that decides: the boxes of two bodies that pass near each other cannot tell.
 */
const GAP = { no: 0.5, yes: 0.12 }
const CLOSING = { no: 0.1, yes: 0.5 }
/** Of its size: so far a blow shoves what does not go anywhere. */
const SHOVED = 0.2
/** Seconds about the setting off in which the blow falls. */
const BLOW = 0.15

export const hits: Predicate<'hits'> = {
  name: 'hits',
  doc: 'A moving actor bumps into one at rest, which sets off.',
  propose: (facts) =>
    facts.members
      .filter((member) =>
        (facts.motions.get(member.id) ?? []).some(
          ({ gait }) =>
            gait === 'travels' || gait === 'falls' || gait === 'topples' || gait === 'swings',
        ),
      )
      .flatMap((member) =>
        facts.members
          .filter((other) => other.id !== member.id && !isBackdrop(other))
          .flatMap((other): Draft<'hits'>[] => {
            const motion = facts.motions.get(other.id)?.find((one) => setsOff(one, other, facts))
            if (!motion || motion.from < 3) return []
            const draft: Draft<'hits'> = {
              predicate: 'hits',
              args: { actor: member.id, other: other.id },
              frames: [motion.from - 1, motion.from + 2],
              salience: salienceOf(member, facts) + salienceOf(other, facts),
            }
            return hits.verify(draft, facts).status === 'verified' ? [draft] : []
          }),
      ),
  verify({ args, frames: [from, to] }, facts) {
    const [member, other] = [facts.member(args.actor), facts.member(args.other)]
    const motion = facts.motions
      .get(other.id)
      ?.find((one) => one.from >= from - 1 && one.from <= to + 1)
    const mine = facts.motions.get(member.id)?.find((one) => one.from < from && one.to >= from - 1)
    if (!motion || !mine)
      return {
        status: 'refuted',
        margin: -1,
        evidence: { sets_off: motion !== undefined, moves: mine !== undefined },
      }
    // What was under way before only changes its way.
    const going = facts.motions
      .get(other.id)
      ?.some((one) => one !== motion && one.from < motion.from && one.to >= motion.from - 1)
    if (going) return { status: 'refuted', margin: -1, evidence: { moves_before: true } }
    const blows = blowsOn(other.id, motion.from, facts)
    const bodies = [member, other].every(({ id }) => (facts.holds.get(id) ?? 'none') !== 'none')
    if ((bodies || blows.length > 0) && !blows.some(({ by }) => by === member.id))
      return { status: 'refuted', margin: -1, evidence: { struck_by: blows[0]?.by ?? null } }
    const size = Math.min(Math.max(...member.size), Math.max(...other.size))
    const before = Math.max(0, motion.from - Math.round(facts.fps / 4))
    const [gap, was] = [gapAt(member, other, motion.from), gapAt(member, other, before)]
    const way = Math.max(1e-6, travelled(member, before, motion.from))
    const seen = [member, other].every(({ samples }) =>
      samples.some(
        (sample) => sample.seen && Math.abs(sample.frame - motion.from) <= facts.fps / 4,
      ),
    )
    const blow = blows.find(({ by }) => by === member.id)
    const verdict: Verdict = blow
      ? { status: 'verified', margin: 1, evidence: { frame: motion.from, impulse: blow.impulse } }
      : every(
          grade(gap / size, GAP, { gap: round(gap) }),
          grade((was - gap) / way, CLOSING, {
            closing: round((was - gap) / way),
            frame: motion.from,
          }),
        )
    return seen || verdict.status !== 'verified' ? verdict : { ...verdict, status: 'untestable' }
  },
}

/** It goes or falls, or the blow shoves it aside for all to see. */
function setsOff(motion: Motion, { id, size }: Member, facts: Facts): boolean {
  if (motion.gait === 'travels' || motion.gait === 'topples') return true
  return (
    motion.gait === 'stirs' &&
    length(motion.net) >= SHOVED * Math.max(...size) &&
    blowsOn(id, motion.from, facts).length > 0
  )
}

/** Who struck an actor as it set off, by the physics; none of what is not a body. */
function blowsOn(id: string, frame: number, { take }: Facts): { by: string; impulse: number }[] {
  return take.events
    .filter(({ kind, t }) => kind === 'contact' && Math.abs(t - frame / take.fps) <= BLOW)
    .flatMap(({ actor, other, impulse = 0 }) => {
      if (actor !== id && other !== id) return []
      const by = actor === id ? other : actor
      return by === undefined ? [] : [{ by, impulse: round(impulse) }]
    })
}

function travelled(member: Member, from: number, to: number): number {
  const [a, b] = [member.bounds(from), member.bounds(to)]
  return Math.hypot(...([0, 1, 2] as const).map((k) => b.min[k] - a.min[k]))
}
