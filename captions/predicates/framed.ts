import { isFlyer } from '#scenes'
import {
  every,
  grade,
  round,
  type Draft,
  type Predicate,
  type Verdict,
  type Where,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { isBackdrop, mostSalient, salienceOf } from '../salience.ts'

/**
 * Where in the picture. Left / right: its middle in that third (true up to x = 0.33, false from 0.5);
 * center: |x - 0.5| up to 0.09, false from 0.2; every sample that shows a pixel of it must agree, for what peeps out from
 * behind others at the edge of the picture has not been in its middle all along.
 * Foreground: depth up to 0.6 of that of the most salient actor, whenever both are seen; background: from 1.3; false at
 * 0.9 / 1.05.
 */
const THIRD = { no: 0.5, yes: 0.33 }
const CENTER = { no: 0.2, yes: 0.09 }
const LEVEL = { no: 0.35, yes: 0.2 }
const WIDE = { no: 1.001, yes: 0.6 }
const FORE = { no: 0.9, yes: 0.6 }
const BACK = { no: 1.05, yes: 1.3 }

export const framed: Predicate<'framed'> = {
  name: 'framed',
  doc: 'Where in the picture an actor is: left, center, right, foreground, background.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member))
      .flatMap((member) =>
        WHERES.filter((where) => measure(member, where, facts).status === 'verified').map(
          (where): Draft<'framed'> => ({
            predicate: 'framed',
            args: { actor: member.id, where },
            frames: [0, facts.frames],
            salience: salienceOf(member, facts) * 0.3,
          }),
        ),
      ),
  verify: ({ args }, facts) => measure(facts.member(args.actor), args.where, facts),
}

const WHERES: Where[] = ['left', 'center', 'right', 'foreground', 'background']

/** In front of birds in the sky is everything. */
const isOnGround = ({ kind }: Member) => !isFlyer(kind)

function measure(member: Member, where: Where, facts: Facts): Verdict {
  const seen = member.samples.filter((sample) => sample.seen && sample.box)
  if (seen.length === 0) return { status: 'untestable', margin: 0, evidence: { seen: 0 } }
  const xs = member.samples.flatMap(({ box, x }) => (box ? [x] : [])).sort((a, b) => a - b)
  const [low, high] = [xs[0] as number, xs.at(-1) as number]
  const subject = mostSalient(facts.members.filter(isOnGround), facts) ?? member
  const depths = depthsTo(subject, member)
  switch (where) {
    case 'left':
      return grade(high, THIRD, { x: round(high) })
    case 'right':
      return grade(1 - low, THIRD, { x: round(low) })
    case 'center': {
      const off = Math.max(Math.abs(low - 0.5), Math.abs(high - 0.5))
      const boxes = member.samples.flatMap(({ box }) => (box ? [box] : []))
      const level = Math.max(
        ...boxes.map(([, top, , bottom]) => Math.abs((top + bottom) / 2 - 0.5)),
      )
      const wide = Math.max(...boxes.map(([left, , right]) => right - left))
      return every(
        grade(off, CENTER, { off: round(off) }),
        grade(level, LEVEL, { level: round(level) }),
        grade(wide, WIDE, { wide: round(wide) }),
      )
    }
    case 'foreground':
      return grade(Math.max(...depths), FORE, { depth: round(Math.max(...depths)) })
    case 'background':
      return grade(Math.min(...depths), BACK, { depth: round(Math.min(...depths)) })
  }
}

/** Its depth over that of another, at each sample in which both are seen; NaN when they never are. */
function depthsTo(other: Member, { samples }: Member): [number, ...number[]] {
  const [first, ...rest] = samples.flatMap(({ seen, depth }, i) => {
    const far = other.samples[i]
    return seen && depth && far?.seen && far.depth ? [depth[1] / far.depth[1]] : []
  })
  return [first ?? Number.NaN, ...rest]
}
