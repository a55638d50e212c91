import { grade, round, type Draft, type PredicateName, type Side, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member, Sample } from '../facts/member.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * Entering and leaving the frame. True when at one end of the clip it is out of the picture altogether, at
 * the other it is seen, and at the picture's edge between the two. Distance of the box to that edge, as a
 * share of the picture, in the sample next to being out: true up to 3 %, false from 15 % (it was hidden).
 */
const EDGE = { no: 0.15, yes: 0.03 }
/** Seconds at the start or end for which it must be out: a sample rate of 8 Hz cannot tell less. */
const OUT = 0.2

export function proposeBorder<P extends 'enters' | 'leaves'>(
  predicate: P,
  facts: Facts,
): Draft<P>[] {
  return facts.members
    .filter(
      (member) =>
        !isBackdrop(member) &&
        (facts.motions.get(member.id) ?? []).some(({ gait }) => gait === 'travels'),
    )
    .flatMap((member) => {
      const change = changeOf(member, predicate, facts)
      const side = change && nearestEdge(change.edge)
      if (!side || verifyBorder(predicate, member.id, side, facts).status !== 'verified') return []
      const draft = {
        predicate,
        args: { actor: member.id, side },
        frames: [change.from, change.to] as [number, number],
        salience: salienceOf(member, facts) * 0.7,
      }
      return [draft as unknown as Draft<P>] // both predicates have the same arguments, which TypeScript does not infer for P
    })
}

export function verifyBorder(
  predicate: 'enters' | 'leaves',
  actor: string,
  side: Side,
  facts: Facts,
): Verdict {
  const change = changeOf(facts.member(actor), predicate, facts)
  if (!change) return { status: 'refuted', margin: -1, evidence: { always: 'in or out' } }
  const distance = edges(change.edge)[side]
  return grade(distance, EDGE, { edge: round(distance), frame: change.edge.frame })
}

interface Change {
  /** Last (or first) sample with pixels, next to being out. */
  edge: Sample
  from: number
  to: number
}

function changeOf(member: Member, predicate: PredicateName, { fps }: Facts): Change | undefined {
  const samples = predicate === 'enters' ? member.samples : [...member.samples].reverse()
  const first = samples.findIndex(({ box }) => box !== null)
  const [outer, edge] = [samples[0], samples[first]]
  if (first < 1 || !outer || !edge || Math.abs(edge.frame - outer.frame) < OUT * fps)
    return undefined
  const out = samples[first - 1] as Sample
  return { edge, from: Math.min(out.frame, edge.frame), to: Math.max(out.frame, edge.frame) + 1 }
}

function edges({ box }: Sample): Record<Side, number> {
  const [left, top, right, bottom] = box ?? [1, 1, 0, 0]
  return { left, top, right: 1 - right, bottom: 1 - bottom }
}

function nearestEdge(sample: Sample): Side {
  const all = edges(sample)
  return (['left', 'right', 'top', 'bottom'] as const).reduce((a, b) => (all[b] < all[a] ? b : a))
}
