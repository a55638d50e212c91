import { every, grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * Ratio of the heights in the world of two things that stand where they are or drive; seen whole, with boxes whose heights
 * times their depths show the same.
 */
const RATIO = { no: 1.05, yes: 1.35 }
const LOOKS = { no: 1, yes: 1.15 }
/** More than this of its box outside the picture, or hidden, and nobody sees how tall it is. */
const CUT = 0.05
const WHOLE = 0.7
/** Below this height in the picture there is nothing to compare. */
const TALL = 0.04

export const taller: Predicate<'taller'> = {
  name: 'taller',
  doc: 'One of two things is clearly taller than the other.',
  propose: (facts) => {
    const fit = facts.members.filter((member) => isUpright(member, facts))
    return fit.flatMap((member) =>
      fit
        .filter((other) => other.id !== member.id && other.noun.en !== member.noun.en)
        // Nobody compares a mug with a house.
        .filter((other) => ratio(member, other) <= 6)
        .filter((other) => measure(member, other).status === 'verified')
        .map((other): Draft<'taller'> => ({
          predicate: 'taller',
          args: { actor: member.id, other: other.id },
          frames: [0, facts.frames],
          salience: (salienceOf(member, facts) + salienceOf(other, facts)) * 0.1,
        })),
    )
  },
  verify: ({ args }, facts) => measure(facts.member(args.actor), facts.member(args.other)),
}

function isUpright(member: Member, facts: Facts): boolean {
  const still = (facts.motions.get(member.id) ?? []).length === 0
  return (
    !isBackdrop(member) &&
    // Who sits or jumps is not as tall as it is.
    member.done.every(({ doing }) => doing === 'wave' || doing === 'point') &&
    (still || member.class === 'vehicle' || member.class === 'person') &&
    wholeHeights(member).length > 0
  )
}

function measure(member: Member, other: Member): Verdict {
  const real = ratio(member, other)
  const [a, b] = [wholeHeights(member), wholeHeights(other)].map((heights) => Math.max(...heights))
  const looks = (a ?? Number.NaN) / (b ?? Number.NaN)
  const evidence = { ratio: round(real), looks: round(looks) }
  const judged = grade(real, RATIO, evidence)
  // What the world says is false is false, however little of it is seen.
  return judged.status === 'refuted' || !Number.isFinite(looks)
    ? judged.status === 'refuted'
      ? judged
      : { ...judged, status: 'untestable' }
    : every(judged, grade(looks, LOOKS, evidence))
}

function ratio(member: Member, other: Member): number {
  return member.size[1] / other.size[1]
}

/** Heights of its box times its depth, where all of it is seen. */
function wholeHeights({ samples }: Member): number[] {
  return samples.flatMap(({ seen, box, depth, truncation, visibility }) =>
    seen && box && depth && truncation <= CUT && visibility >= WHOLE && box[3] - box[1] >= TALL
      ? [(box[3] - box[1]) * depth[1]]
      : [],
  )
}
