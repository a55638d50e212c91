import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import { gapAt } from '../facts/gap.ts'
import { isSeenAt } from '../facts/contacts.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import type { Motion } from '../facts/motion.ts'
import { middleOf } from '../facts/support.ts'
import { salienceOf } from '../salience.ts'

/**
 * An arm or a seesaw throws what lies on it: both rest at first, against each other (gap of their boxes over the thing's
 * size: true up to 0.1, false from 0.5), and set off together. Within a second the thing is in the air: metres between the
 * boxes over its size, true from 1, false below 0.3, and its middle got higher by so many of its heights, true from 1,
 * false below 0.4. It is seen before and in the air.
 */
const LIES = { no: 0.5, yes: 0.1 }
const AWAY = { no: 0.3, yes: 1 }
const RISES = { no: 0.4, yes: 1 }
const WITHIN = 1

export const throws: Predicate<'throws'> = {
  name: 'throws',
  doc: 'What turns on a hinge throws up what lies on it.',
  propose: (facts) =>
    facts.members
      .filter(({ id }) => facts.holds.get(id) === 'jointed')
      .flatMap((member) =>
        facts.members
          .filter(({ id, class: sort }) => facts.holds.get(id) === 'free' && sort === 'ball')
          .flatMap((other): Draft<'throws'>[] => {
            const motion = first(member, facts)
            if (!motion) return []
            const draft: Draft<'throws'> = {
              predicate: 'throws',
              args: { actor: member.id, other: other.id },
              frames: [motion.from, Math.min(facts.frames, motion.from + WITHIN * facts.fps)],
              salience: salienceOf(member, facts) + salienceOf(other, facts),
            }
            return throws.verify(draft, facts).status === 'verified' ? [draft] : []
          }),
      ),
  verify({ args, frames: [from, to] }, facts) {
    const [member, other] = [facts.member(args.actor), facts.member(args.other)]
    const motion = first(member, facts)
    const its = facts.motions.get(other.id)?.[0]
    const late = its && motion ? its.from - motion.from : Number.NaN
    const last = Math.min(facts.frames - 1, Math.ceil((motion?.from ?? 0) + WITHIN * facts.fps))
    const seenAfter = other.samples.some(
      ({ seen: is, frame }) => is && motion && frame > motion.from && frame <= last,
    )
    if (motion && !seenAfter) return { status: 'untestable', margin: 0, evidence: { seen: false } }
    const is = motion && motion.from >= from - 2 && motion.from < to
    if (!is || !(Math.abs(late) <= 0.1 * facts.fps))
      return { status: 'refuted', margin: -1, evidence: { sets_off: motion?.from ?? null } }
    const size = Math.max(...other.size)
    const after = Array.from({ length: last - motion.from + 1 }, (_, n) => motion.from + n)
    const high = after.reduce((a, b) => (heightAt(other, b) > heightAt(other, a) ? b : a))
    const rise = heightAt(other, high) - heightAt(other, motion.from)
    const verdict = every(
      grade(gapAt(member, other, motion.from) / size, LIES, {
        lies: round(gapAt(member, other, motion.from)),
      }),
      grade(Math.max(...after.map((n) => gapAt(member, other, n))) / size, AWAY, {}),
      grade(rise / other.size[1], RISES, { rise: round(rise), frame: high }),
    )
    const seen =
      isSeenAt(other, motion.from / facts.fps, facts) &&
      isSeenAt(member, motion.from / facts.fps, facts)
    return seen || verdict.status !== 'verified' ? verdict : { ...verdict, status: 'untestable' }
  },
}

function first(member: Member, facts: Facts): Motion | undefined {
  return facts.motions
    .get(member.id)
    ?.find(({ gait }) => gait === 'tips' || gait === 'swings' || gait === 'travels')
}

function heightAt(member: Member, frame: number): number {
  return middleOf(member, frame)[1]
}
