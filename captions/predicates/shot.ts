import { grade, round, type Predicate, type PredicateArgs, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { median } from '../geometry.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * How much of the picture's height the main subject fills (median). Wide: up to 0.33, false from 0.5.
 * Close: from 0.55 and the subject at most 0.6 m large (a close view of small things), false below 0.35.
 */
const WIDE = { no: 0.5, yes: 0.33 }
const CLOSE = { no: 0.35, yes: 0.55 }

export const shot: Predicate<'shot'> = {
  name: 'shot',
  doc: 'Wide or close, by the height of the main subject in the picture.',
  propose: (facts) => {
    const [main] = facts.members
      .filter((member) => !isBackdrop(member))
      .sort((a, b) => salienceOf(b, facts) - salienceOf(a, facts))
    if (!main) return []
    return (['wide', 'close'] as const)
      .filter((size) => verdict({ size, actor: main.id }, facts).status === 'verified')
      .map((size) => ({
        predicate: 'shot',
        args: { size, actor: main.id },
        frames: [0, facts.frames],
        salience: 0.3,
      }))
  },
  verify: ({ args }, facts) => verdict(args, facts),
}

function verdict({ size, actor }: PredicateArgs['shot'], facts: Facts): Verdict {
  const member = facts.member(actor)
  const heights = member.samples.flatMap(({ seen, box }) => (seen && box ? [box[3] - box[1]] : []))
  const fill = median(heights)
  const largest = Math.max(...member.size)
  const evidence = { fill: round(fill), metres: round(largest) }
  if (size === 'wide')
    return largest < 0.8
      ? { status: 'untestable', margin: 0, evidence }
      : grade(fill, WIDE, evidence)
  return largest > 0.6
    ? { status: 'untestable', margin: 0, evidence }
    : grade(fill, CLOSE, evidence)
}
