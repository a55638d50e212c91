import { every, grade, type Draft, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { heapShape, heapsOf, stackedOf } from '../facts/heaps.ts'
import type { Member } from '../facts/member.ts'
import { salienceOf } from '../salience.ts'
import { countWord } from './count.ts'
import { exists } from './exists.ts'

/**
 * Things of one noun that are piled up at first and are one: a tower, a wall, a stack. Share of them that stand on another
 * one: true from 0.3, false below 0.1; share of them that are seen at first: true from 0.5, false below 0.2. With a number
 * only when each of them is seen and none of the noun is hidden.
 */
const STACKED = { no: 0.1, yes: 0.3 }
const SEEN = { no: 0.2, yes: 0.5 }

export const stacked: Predicate<'stacked'> = {
  name: 'stacked',
  doc: 'Things of one noun are piled up: a tower, a wall or a stack of so many.',
  propose: (facts) =>
    heapsOf(facts).flatMap(({ noun, members }): Draft<'stacked'>[] => {
      const words = numberOf(members, facts)
      const draft: Draft<'stacked'> = {
        predicate: 'stacked',
        args: {
          actors: members.map(({ id }) => id).sort(),
          noun,
          heap: heapShape(members),
          ...(words !== undefined && { words }),
        },
        frames: [0, facts.frames],
        salience: Math.max(...members.map((member) => salienceOf(member, facts))) * 0.7,
      }
      return stacked.verify(draft, facts).status === 'verified' ? [draft] : []
    }),
  verify({ args: { actors, heap, words } }, facts) {
    const members = actors.map((id) => facts.member(id))
    const is = heapShape(members)
    const number = numberOf(members, facts)
    if (is !== heap || (words !== undefined && number !== undefined && words !== number))
      return { status: 'refuted', margin: -1, evidence: { heap: is, number: number ?? null } }
    if (words !== undefined && number === undefined)
      return { status: 'untestable', margin: 0, evidence: { number: null } }
    const seen = members.filter(({ samples }) => samples.slice(0, 3).some((one) => one.seen))
    const on = stackedOf(members)
    return every(
      grade(on.length / members.length, STACKED, { stacked: on.length, of: members.length }),
      grade(seen.length / members.length, SEEN, { seen: seen.length }),
    )
  },
}

/** How many they are, when no other of the noun may be among them. */
function numberOf(members: Member[], facts: Facts): string | undefined {
  const noun = members[0]?.noun.en
  const hidden = facts.unseen.some(({ en }) => en === noun)
  const sure = members.every(
    ({ id }) =>
      exists.verify({ args: { actor: id }, frames: [0, facts.frames] }, facts).status ===
      'verified',
  )
  const whole = heapsOf(facts).some(
    (heap) =>
      heap.members.length === members.length &&
      heap.members.every((member) => members.includes(member)),
  )
  return sure && whole && !hidden && members.length <= 10 ? countWord(members.length) : undefined
}
