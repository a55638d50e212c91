import {
  grade,
  round,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { middleOf, restsOn, standsUpon } from '../facts/support.ts'
import { grouped } from '../grouped.ts'
import { length, subtract } from '../geometry.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * All that are glimpsed of one noun rest on the other in the first frame, at least one of them to move later, and are seen then. At rest: a
 * middle moves less than 0.03 of the size in the first quarter of a second; moving for sure from 0.2.
 */
const STIRS = { no: 0.2, yes: 0.03 }

type Args = PredicateArgs['begins']

export const begins: Predicate<'begins'> = {
  name: 'begins',
  doc: 'On what things stand before they are set going.',
  propose: (facts) =>
    [...grouped(facts.members, ({ noun }) => noun.en)].flatMap(([noun, members]) => {
      const moving = members.some(({ id }) => (facts.motions.get(id) ?? []).length > 0)
      const [first] = members
      if (!moving || !first || isBackdrop(first) || members.length > 120) return []
      const actors = members.map(({ id }) => id).sort()
      return facts.members
        .filter(({ id, class: sort }) => !actors.includes(id) && sort !== 'room')
        .map(({ id }): Args => ({ actors, noun, other: id }))
        .filter((args) => judge(args, facts).status === 'verified')
        .slice(0, 1)
        .map((args): Draft<'begins'> => ({
          predicate: 'begins',
          args,
          frames: [0, 1],
          salience: Math.max(...members.map((member) => salienceOf(member, facts))) * 0.4,
        }))
    }),
  verify: ({ args }, facts) => judge(args, facts),
}

function judge({ noun, other }: Args, facts: Facts): Verdict {
  const base = facts.member(other)
  const all = facts.glimpsed.filter((member) => member.noun.en === noun)
  const soon = Math.min(facts.frames - 1, Math.ceil(facts.fps / 4))
  if (all.some((member) => isBeside(member, base)))
    return { status: 'refuted', margin: -1, evidence: { of: all.length, beside: true } }
  const on = all.filter(
    (member) => standsUpon(member, base, 0, facts) && restsOn(member, base, soon),
  ).length
  const seen = [...all, base].every(({ samples }) => samples[0]?.seen)
  const stirs = Math.max(...all.map((member) => stirsOf(member, soon)))
  const evidence = { of: all.length, on, seen, stirs: round(stirs) }
  if (on < all.length || !seen) return { status: 'untestable', margin: 0, evidence }
  return grade(stirs, STIRS, evidence)
}

function stirsOf(member: Member, soon: number): number {
  return length(subtract(middleOf(member, soon), middleOf(member, 0))) / Math.max(...member.size)
}

/** Off to one side of it, or high above it. */
function isBeside(member: Member, other: Member): boolean {
  const [a, b] = [member.bounds(0), other.bounds(0)]
  const off = ([0, 2] as const).some((k) => a.min[k] > b.max[k] || a.max[k] < b.min[k])
  return off || (other.kind !== 'ground' && a.min[1] > b.max[1] + member.size[1])
}
