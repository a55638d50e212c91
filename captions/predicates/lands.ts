import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { middleOf, restsOn } from '../facts/support.ts'
import { salienceOf } from '../salience.ts'

/**
 * What fell comes down on top of another, by the physics: the height that its middle lost since it set off, over its own
 * height: true from 0.8, false below 0.3. Its middle is then over the other's box and above its top. Afterwards it rests
 * on it at some time, or comes up again from it. It is seen before and after.
 */
const DROP = { no: 0.3, yes: 0.8 }

export const lands: Predicate<'lands'> = {
  name: 'lands',
  doc: 'The actor drops onto another one.',
  propose: (facts) =>
    facts.members
      .filter(({ id }) => facts.holds.get(id) === 'free')
      .flatMap((member): Draft<'lands'>[] => {
        const found = meetings(member.id, facts)
          .map(({ other, frame }): Draft<'lands'> => ({
            predicate: 'lands',
            args: { actor: member.id, other },
            frames: [Math.max(0, frame - 1), frame + 2],
            salience: salienceOf(member, facts) + 0.2,
          }))
          .filter(({ args }) => facts.members.some(({ id }) => id === args.other))
          .find((draft) => lands.verify(draft, facts).status === 'verified')
        return found ? [found] : []
      }),
  verify({ args: { actor, other }, frames: [from, to] }, facts) {
    const [member, base] = [facts.member(actor), facts.member(other)]
    const meeting = meetings(actor, facts).find(
      (one) => one.other === other && one.frame >= from - 1 && one.frame <= to + 1,
    )
    if (!meeting) return { status: 'refuted', margin: -1, evidence: { meets: false } }
    const { frame } = meeting
    const since = facts.motions.get(actor)?.find((one) => one.from <= frame && one.to >= frame - 2)
    if (!since) return { status: 'refuted', margin: -1, evidence: { moves: false } }
    const [now, box] = [middleOf(member, frame), base.bounds(frame)]
    const top = highest(member, since.from, frame)
    const drop = (top - now[1]) / member.size[1]
    const over = ([0, 2] as const).every((k) => now[k] >= box.min[k] && now[k] <= box.max[k])
    const dropped = grade(over ? drop : -1, DROP, { drop: round(top - now[1]), over })
    const rests = Array.from({ length: facts.frames - frame }, (_, n) => frame + n).some(
      (n) => (base.class === 'room' || restsOn(member, base, n)) && n > frame,
    )
    const seen =
      member.samples.some((one) => one.seen && one.frame < frame) &&
      member.samples.some((one) => one.seen && one.frame >= frame)
    return dropped.status !== 'verified' || (rests && seen)
      ? dropped
      : every(dropped, { status: 'untestable', margin: 0, evidence: { rests, seen } })
  },
}

/** Whom it meets from above, with the frame. */
function meetings(id: string, { take }: Facts): { other: string; frame: number }[] {
  return take.events.flatMap(({ kind, actor, other, t }) =>
    kind === 'contact' && other !== undefined && (actor === id || other === id)
      ? [{ other: actor === id ? other : actor, frame: Math.floor(t * take.fps) }]
      : [],
  )
}

/** The highest that its middle was in those frames. */
function highest(member: Member, from: number, to: number): number {
  return Math.max(...Array.from({ length: to - from + 1 }, (_, n) => middleOf(member, from + n)[1]))
}
