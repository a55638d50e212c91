import type { Draft, Predicate, Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { salienceOf } from '../salience.ts'
import { exists } from './exists.ts'

/**
 * Exact to ten; then `a dozen` (11-13), `more than a dozen` (14-23), `dozens` (24+).
 * True when exactly so many of the noun are named and no other of it is even glimpsed; grey when others
 * are glimpsed, or in the picture by the take though lost against what is behind them; false when the number of
 * those named is another.
 */
const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]

export const count: Predicate<'count'> = {
  name: 'count',
  doc: 'How many actors of one noun are seen.',
  propose: (facts) =>
    [...byNoun(facts)].flatMap(([noun, members]): Draft<'count'>[] => {
      const named = members.filter(
        (member) =>
          exists.verify({ args: { actor: member.id }, frames: [0, facts.frames] }, facts).status ===
          'verified',
      )
      // Next to brick buildings, a number of `buildings` would be taken for that of all.
      const broad = facts.glimpsed.some((member) => member.noun.en.endsWith(` ${noun}`))
      if (broad || named.length < 2 || named.length !== possible(noun, facts)) return []
      return [
        {
          predicate: 'count',
          args: { actors: named.map(({ id }) => id).sort(), noun, words: countWord(named.length) },
          frames: [0, facts.frames],
          salience: Math.max(...named.map((member) => salienceOf(member, facts))) * 0.6,
        },
      ]
    }),
  verify({ args }, facts): Verdict {
    const seen = glimpsed(args.noun, facts)
    const sure = seen.filter(
      (member) =>
        exists.verify({ args: { actor: member.id }, frames: [0, facts.frames] }, facts).status ===
        'verified',
    )
    const most = possible(args.noun, facts)
    const evidence = { seen: sure.length, glimpsed: most }
    const [low, high] = [sure.length, most].map(countWord)
    if (low === args.words && high === args.words)
      return { status: 'verified', margin: 1, evidence }
    return {
      status: low === args.words || high === args.words ? 'untestable' : 'refuted',
      margin: -1,
      evidence,
    }
  },
}

export function countWord(n: number): string {
  if (n <= 10) return NUMBERS[n] as string
  if (n <= 13) return 'a dozen'
  return n < 24 ? 'more than a dozen' : 'dozens of'
}

function byNoun(facts: Facts): Map<string, Member[]> {
  const groups = new Map<string, Member[]>()
  for (const member of facts.members)
    groups.set(member.noun.en, [...(groups.get(member.noun.en) ?? []), member])
  return groups
}

function glimpsed(noun: string, facts: Facts): Member[] {
  return facts.glimpsed.filter((member) => member.noun.en === noun)
}

/** How many of the noun there are at most. */
function possible(noun: string, facts: Facts): number {
  return glimpsed(noun, facts).length + facts.unseen.filter(({ en }) => en === noun).length
}
