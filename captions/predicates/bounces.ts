import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import { isSeenAt } from '../facts/contacts.ts'
import type { Facts } from '../facts/facts.ts'
import { middleOf } from '../facts/support.ts'
import { length, subtract } from '../geometry.ts'
import { salienceOf } from '../salience.ts'

/**
 * It comes off again from what it ran into, by the physics. How far it then gets from there in the next quarter second, over
 * its own size: true from 0.3, false below 0.08; and in the picture, over its width: true from 1.5 %, false below 0.4 %.
 */
const AWAY = { no: 0.08, yes: 0.3 }
const SHIFT = { no: 0.004, yes: 0.015 }
const AFTER = 0.25

export const bounces: Predicate<'bounces'> = {
  name: 'bounces',
  doc: 'The actor comes off again from what it ran into.',
  propose: (facts) => {
    const found = facts.take.events
      .filter(({ kind }) => kind === 'bounce')
      .flatMap(({ actor, other, t }): Draft<'bounces'>[] => {
        const [member, wall] = [actor, other].map((id) =>
          facts.members.find((one) => one.id === id),
        )
        if (!member || !wall || member.noun.en === wall.noun.en) return []
        const frame = Math.floor(t * facts.fps)
        const draft: Draft<'bounces'> = {
          predicate: 'bounces',
          args: { actor: member.id, other: wall.id },
          frames: [Math.max(0, frame - 1), Math.min(facts.frames, frame + 4)],
          salience: salienceOf(member, facts) + 0.1,
        }
        return bounces.verify(draft, facts).status === 'verified' ? [draft] : []
      })
    return found.filter(
      ({ args }, i) =>
        found.findIndex((one) => one.args.actor === args.actor && one.args.other === args.other) ===
        i,
    )
  },
  verify({ args: { actor, other }, frames: [from, to] }, facts) {
    const member = facts.member(actor)
    const event = facts.take.events.find(
      (one) =>
        one.kind === 'bounce' &&
        one.actor === actor &&
        one.other === other &&
        one.t * facts.fps >= from - 2 &&
        one.t * facts.fps <= to + 2,
    )
    if (!event) return { status: 'refuted', margin: -1, evidence: { bounces: false } }
    const away = awayAfter(actor, event.t, facts)
    const depth = member.samples.find(({ seen, depth: d }) => seen && d)?.depth?.[1] ?? 1
    const half = facts.shot.views[Math.floor(event.t * facts.fps)]?.half ?? 0.36
    const shift = away / (2 * half * depth * facts.aspect)
    const verdict = every(
      grade(away / Math.max(...member.size), AWAY, { away: round(away), at: round(event.t) }),
      grade(shift, SHIFT, { shift: round(shift) }),
    )
    const seen = [event.t - 0.1, event.t + 0.15].every((t) => isSeenAt(member, t, facts, 0.2))
    return seen || verdict.status !== 'verified' ? verdict : { ...verdict, status: 'untestable' }
  },
}

/** Metres that it gets away from where it touched. */
function awayAfter(id: string, t: number, facts: Facts): number {
  const member = facts.member(id)
  const frame = Math.ceil(t * facts.fps)
  const last = Math.min(facts.frames - 1, frame + Math.ceil(AFTER * facts.fps))
  const from = middleOf(member, frame)
  return Math.max(
    0,
    ...Array.from({ length: Math.max(0, last - frame) }, (_, n) =>
      length(subtract(middleOf(member, frame + n + 1), from)),
    ),
  )
}
