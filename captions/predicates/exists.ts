import { grade, round, type Predicate } from '../claim.ts'
import { salienceOf } from '../salience.ts'

/** Share of the samples in which it is seen (contract 7), and median visible pixels when it is. */
const SHARE = { no: 0.1, yes: 0.25 }
const PIXELS = { no: 8, yes: 24 }

export const exists: Predicate<'exists'> = {
  name: 'exists',
  doc: 'The actor is seen: its pixels differ from their surroundings in at least a quarter of the samples.',
  propose: (facts) =>
    facts.members
      .filter(
        (member) => member.pixels >= PIXELS.yes && (member.kind !== 'group' || member.noun.given),
      )
      .map((member) => ({
        predicate: 'exists',
        args: { actor: member.id },
        frames: [0, facts.frames],
        salience: salienceOf(member, facts),
      })),
  verify({ args }, facts) {
    const member = facts.glimpsed.find(({ id }) => id === args.actor)
    const evidence = { seen: round(member?.seen ?? 0), pixels: Math.round(member?.pixels ?? 0) }
    const share = grade(evidence.seen, SHARE, evidence)
    if (share.status !== 'verified') return share
    const size = grade(evidence.pixels, PIXELS, evidence)
    return size.status === 'refuted'
      ? { ...size, status: 'untestable' }
      : size.status === 'verified'
        ? share
        : size
  },
}
