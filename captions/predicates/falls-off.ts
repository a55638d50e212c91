import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { restsOn } from '../facts/support.ts'
import { salienceOf } from '../salience.ts'

/**
 * It leaves what carried it, by the physics, and drops below its top: metres that its foot gets below that top within the
 * next second, over its own height: true from 0.5, false below 0.1. It is seen in the half second before; after it, its
 * picture sinks by 1 % of the height (false from no sinking), or it is gone from the picture or hidden.
 */
const DROP = { no: 0.1, yes: 0.5 }
const SINKS = { no: 0, yes: 0.01 }
/** Seconds of the half second before in which it stood on the other: what flies by has not fallen off. */
const STOOD = { no: 0.04, yes: 0.15 }
const BEFORE = 0.5
const AFTER = 1

export const fallsOff: Predicate<'falls_off'> = {
  name: 'falls_off',
  doc: 'The actor leaves what it stood on over an edge and drops below it.',
  propose: (facts) =>
    facts.take.events
      .filter(({ kind }) => kind === 'falls-off')
      .flatMap(({ actor, other, t }): Draft<'falls_off'>[] => {
        const member = facts.members.find(({ id }) => id === actor)
        const base = carrierOf(other, facts)
        if (!member || !base || base.noun.en === member.noun.en || base.kind === 'ground') return []
        const frame = Math.floor(t * facts.fps)
        const draft: Draft<'falls_off'> = {
          predicate: 'falls_off',
          args: { actor: member.id, other: base.id },
          frames: [frame, Math.min(facts.frames, frame + Math.ceil(AFTER * facts.fps))],
          salience: salienceOf(member, facts) + 0.4,
        }
        return fallsOff.verify(draft, facts).status === 'verified' ? [draft] : []
      })
      // What is lifted by a blow and comes back leaves it more than once; only the last time counts.
      .filter(
        (draft, i, all) =>
          !all
            .slice(i + 1)
            .some(({ args }) => args.actor === draft.args.actor && args.other === draft.args.other),
      ),
  verify({ args: { actor, other }, frames: [from, to] }, facts) {
    const [member, base] = [facts.member(actor), facts.member(other)]
    const event = facts.take.events.findLast(
      (one) =>
        one.kind === 'falls-off' &&
        one.actor === actor &&
        carrierOf(one.other, facts)?.id === other &&
        one.t * facts.fps >= from - 3 &&
        one.t * facts.fps <= to + 3,
    )
    if (!event) return { status: 'refuted', margin: -1, evidence: { leaves: false } }
    const frame = Math.floor(event.t * facts.fps)
    const last = Math.min(facts.frames - 1, frame + Math.ceil(AFTER * facts.fps))
    const foot = Math.min(
      ...Array.from({ length: last - frame + 1 }, (_, n) => member.bounds(frame + n).min[1]),
    )
    const top = Math.min(base.bounds(frame).max[1], member.bounds(frame).min[1])
    const drop = (top - foot) / Math.max(member.size[1], 1e-6)
    const dropped = every(
      grade(drop, DROP, { drop: round(top - foot), at: round(event.t) }),
      grade(restedOn(member, facts.member(event.other as string), frame, facts), STOOD, {
        at: round(event.t),
      }),
    )
    if (dropped.status === 'refuted') return dropped
    const before = lastSeen(member, frame, facts)
    if (!before) return { ...dropped, status: 'untestable' }
    const after = member.samples.filter((one) => one.frame > frame && one.frame <= last + 2)
    if (after.some(({ seen }) => !seen)) return dropped
    const sinks = Math.max(0, ...after.map(({ y }) => y - before.y))
    return every(dropped, grade(sinks, SINKS, { sinks: round(sinks) }))
  },
}

/** What it stood on; of a cloth, a mat or a plate that is no thicker than a hand, what that lies on. */
function carrierOf(id: string | undefined, facts: Facts): Member | undefined {
  const base = facts.members.find((one) => one.id === id)
  if (!base || base.class !== 'ground' || base.size[1] > 0.05) return base
  const below = facts.members.filter(
    (other) => other !== base && other.class === 'furniture' && restsOn(base, other, 0),
  )
  return below[0] ?? base
}

function restedOn(member: Member, base: Member, frame: number, { fps }: Facts): number {
  const span = Math.round(BEFORE * fps)
  const on = Array.from({ length: span }, (_, n) => frame - n).filter(
    (n) => n >= 0 && restsOn(member, base, n),
  )
  return on.length / fps
}

function lastSeen(member: Member, frame: number, { fps }: Facts) {
  return member.samples.findLast(
    (one) => one.seen && one.frame <= frame + 1 && one.frame >= frame - BEFORE * fps,
  )
}
