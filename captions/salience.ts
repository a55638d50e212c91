import { keptById } from './kept.ts'
import type { Facts } from './facts/facts.ts'
import type { Member } from './facts/member.ts'

/** What is stood or looked upon rather than looked at. */
const BACKDROPS = ['ground', 'road', 'wall', 'room', 'sky']

/** What holds other things up is looked past. */
const CORDS = /\b(?:wire|string|cord|cable|rope|thread|chain)$/

/** And so is the stand of what hangs: a pendulum's, a swing's. */
const STANDS = /^(?:swing )?frame$/

/** A wire, rope or string. */
export function isCord({ noun }: Member): boolean {
  return CORDS.test(noun.en)
}

export function isBackdrop(member: Member): boolean {
  return BACKDROPS.includes(member.class)
}

/**
 * How soon a viewer would name an actor, about 0..3: size on screen, closeness to the middle, time in
 * view, whether it moves, whether it is alive, and whether it is the only one of its noun.
 */
export function salienceOf(member: Member, facts: Facts): number {
  return measured(facts, member.id)
}

/** Asked of everyone again and again: a quarter of all captioning before it was kept. */
const measured = keptById((facts: Facts, id) => measure(facts.member(id), facts))

/** Whom of some a viewer would name first. */
export function mostSalient(members: readonly Member[], facts: Facts): Member | undefined {
  let best: Member | undefined
  for (const member of members)
    if (!best || salienceOf(member, facts) > salienceOf(best, facts)) best = member
  return best
}

function measure(member: Member, facts: Facts): number {
  const seen = member.samples.filter((sample) => sample.seen)
  const off =
    seen.reduce((sum, { x, y }) => sum + Math.hypot(x - 0.5, (y - 0.5) * 0.7), 0) /
    (seen.length || 1)
  const size = Math.min(0.5, Math.sqrt(member.area))
  const alike = facts.members.filter((other) => other.noun.en === member.noun.en).length
  const travels = (facts.motions.get(member.id) ?? []).some(
    ({ gait }) => !['spins', 'swings', 'bobs', 'shuttles', 'tips', 'stirs'].includes(gait),
  )
  const moves =
    (facts.motions.get(member.id) ?? []).some(({ gait }) => gait !== 'stirs') ||
    member.done.some(({ doing }) => doing !== 'seated')
  const score =
    size * 1.2 * (1 - Math.min(0.8, off)) +
    (moves ? 0.8 : 0) +
    (travels ? 0.5 : 0) +
    (member.class === 'person' || member.class === 'animal' ? 0.5 : 0) +
    (alike === 1 ? 0.15 : 0)
  const isPassedOver = isBackdrop(member) || isCord(member) || STANDS.test(member.noun.en)
  return score * (0.4 + 0.6 * member.seen) * (isPassedOver ? 0.3 : 1)
}
