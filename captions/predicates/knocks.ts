import { every, grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import { contactsOf, isSeenAt, reachedFrom } from '../facts/contacts.ts'
import type { Facts } from '../facts/facts.ts'
import { fateOf, goneBy } from '../facts/fate.ts'
import { isBackdrop, salienceOf } from '../salience.ts'
import { share } from './tally.ts'
import { fallsOff } from './falls-off.ts'
import { topples } from './topples.ts'

/**
 * A blow and what comes of it. The blow reaches whoever the actor touches and whoever they touch in turn, each setting off
 * with it (0.12 s before to 0.6 s after the contact), by the physics. Share of the others that it reaches and that then
 * fall: true from all, false below half. Both sides are seen about the first contact.
 */
/** So many balls or more are scattered. */
const MANY = 3
const SHARE = { no: 0.5, yes: 1 }

export const knocks: Predicate<'knocks'> = {
  name: 'knocks',
  doc: 'A blow makes others fall over, drop off what they stood on, or roll apart, itself or through those that it strikes.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member) && facts.motions.get(member.id)?.length)
      .flatMap((member): Draft<'knocks'>[] => {
        const reached = [...reachedFrom(member.id, facts).keys()].flatMap(
          (id) => facts.members.find((other) => other.id === id) ?? [],
        )
        if (reached.length === 0) return []
        const down = new Map<string, string[]>()
        const apart = new Map<string, string[]>()
        for (const { id, noun } of reached)
          if (noun.en !== member.noun.en && isDown(id, facts))
            down.set(noun.en, [...(down.get(noun.en) ?? []), id])
          else if (isAway(id, facts)) apart.set(noun.en, [...(apart.get(noun.en) ?? []), id])
        // Who fell off was struck by the actor itself: by a domino, not by the ball that set the row going.
        const off = reached.filter(
          ({ id }) =>
            supportLost(id, facts) !== undefined && touch(member.id, id, facts) !== undefined,
        )
        const groups = [
          ...[...down].map(([noun, others]) => ({ noun, others, how: 'over' as const })),
          ...[...apart]
            .filter(([, others]) => others.length >= MANY)
            .map(([noun, others]) => ({ noun, others, how: 'apart' as const })),
          ...off.map(({ id, noun }) => ({ noun: noun.en, others: [id], how: 'off' as const })),
        ]
        return groups
          .flatMap(({ noun, others, how }): Draft<'knocks'>[] => {
            const words = amountOf(member.id, others, noun, facts)
            if (words === undefined) return []
            const salience =
              salienceOf(member, facts) +
              Math.max(...others.map((id) => salienceOf(facts.member(id), facts)))
            const frames = framesOf(member.id, others, facts)
            const args = { actor: member.id, others: others.sort(), noun, words, how }
            return [{ predicate: 'knocks', args, frames, salience }]
          })
          .filter((draft) => knocks.verify(draft, facts).status === 'verified')
      }),
  verify({ args: { actor, others, noun, words, how } }, facts) {
    const reached = reachedFrom(actor, facts)
    const blow = Math.min(...[...reached.values()])
    if (!Number.isFinite(blow))
      return { status: 'refuted', margin: -1, evidence: { reaches: reached.size } }
    const struck = others.filter((id) => reached.has(id))
    if (actor === others[0]) return { status: 'refuted', margin: -1, evidence: { itself: true } }
    const fallen = struck.filter((id) => FARES[how](id, facts))
    const amount = amountOf(actor, others, noun, facts)
    if (amount !== words)
      return { status: 'refuted', margin: -1, evidence: { amount: amount ?? null } }
    const evidence = {
      others: others.length,
      reached: struck.length,
      fallen: fallen.length,
      at: round(blow),
    }
    const verdict: Verdict = every(
      grade(struck.length / others.length, SHARE, evidence),
      grade(fallen.length / others.length, SHARE, evidence),
    )
    const first = others.map((id) => reached.get(id)).filter((t) => t !== undefined)
    const seen =
      isSeenAt(facts.member(actor), blow, facts) &&
      first.length > 0 &&
      others.some((id) => isSeenAt(facts.member(id), Math.min(...first), facts))
    return seen || verdict.status !== 'verified' ? verdict : { ...verdict, status: 'untestable' }
  },
}

const FARES = {
  over: isDown,
  apart: isAway,
  off: (id: string, facts: Facts) => supportLost(id, facts) !== undefined,
}

/**
 * How many of their noun the others are; exact only where all the rest stay as they were. Nothing where all the rest fall
 * as well: whoever is told that it fells some of them takes the others to stand.
 */
function amountOf(actor: string, others: string[], noun: string, facts: Facts): string | undefined {
  const rest = facts.glimpsed.filter(
    ({ id, noun: { en } }) => en === noun && id !== actor && !others.includes(id),
  )
  const hidden = facts.unseen.filter(({ en }) => en === noun).length
  const [n, of] = [others.length, others.length + rest.length + hidden]
  const words = share(n, of)
  const allFall = rest.length > 0 && rest.every((member) => fateOf(member, facts) === 'fallen')
  if (allFall && hidden === 0) return undefined
  const sure = hidden === 0 && rest.every((member) => fateOf(member, facts) === 'standing')
  return words === 'all' || words === 'most' || sure ? words : n >= 4 ? 'several' : 'some'
}

/** A ball that rolls off by its own size or more. */
function isAway(id: string, facts: Facts): boolean {
  return facts.member(id).class === 'ball' && goneBy(facts.member(id), facts) >= 1
}

/** It fell over, or down from where it stood. */
function isDown(id: string, facts: Facts): boolean {
  const member = facts.member(id)
  const motion = facts.motions.get(id)?.[0]
  if (!motion || member.class === 'ball') return false
  const over = topples.verify({ args: { actor: id }, frames: [motion.from, facts.frames] }, facts)
  return over.status === 'verified' || fateOf(member, facts) === 'fallen'
}

/** What it fell off, where that is proven. */
function supportLost(id: string, facts: Facts): string | undefined {
  return facts.take.events
    .filter(({ kind, actor }) => kind === 'falls-off' && actor === id)
    .flatMap(({ other, t }) => {
      const base = facts.members.find((one) => one.id === other)
      // Of a heap, one falls off another all the time.
      if (other === undefined || !base || base.noun.en === facts.member(id).noun.en) return []
      const frame = Math.floor(t * facts.fps)
      const { status } = fallsOff.verify(
        { args: { actor: id, other }, frames: [frame, frame + 2] },
        facts,
      )
      return status === 'verified' ? [other] : []
    })[0]
}

function touch(a: string, b: string, facts: Facts): number | undefined {
  return contactsOf(facts).find(({ by, on }) => (by === a && on === b) || (by === b && on === a))?.t
}

function framesOf(actor: string, others: string[], facts: Facts): [number, number] {
  const reached = reachedFrom(actor, facts)
  const blow = Math.min(...others.map((id) => reached.get(id) ?? Infinity))
  const ends = others.map((id) => facts.motions.get(id)?.[0]?.to ?? 0)
  return [Math.max(0, Math.floor(blow * facts.fps) - 1), Math.max(...ends)]
}
