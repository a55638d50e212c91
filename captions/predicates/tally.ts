import type { Draft, Predicate } from '../claim.ts'
import { fateOf, isSeenThrough } from '../facts/fate.ts'
import type { Member } from '../facts/member.ts'
import { standersOf } from '../facts/rows.ts'
import { salienceOf } from '../salience.ts'

/**
 * How many of one noun fell, or still stand at the end: `all`; exact to ten; above that `most` from 60 %, else `several`. Every
 * one that is glimpsed must have a fate for sure (standing: within 12 degrees and 0.6 sizes of where it was; fallen: 45
 * degrees over, or sunk by 0.4 of its height), be seen at both ends, and none may be in the picture unseen.
 */
const NUMBERS = [
  'none',
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
const MOST = 0.6

export const tally: Predicate<'tally'> = {
  name: 'tally',
  doc: 'How many of one noun fall, or stay standing while others fall.',
  propose: (facts) =>
    [...standersOf(facts)].flatMap(([noun, members]) =>
      (['fallen', 'standing'] as const).flatMap((state): Draft<'tally'>[] => {
        const fates = members.map((member) => fateOf(member, facts))
        const actors = members.filter((_, i) => fates[i] === state).map(({ id }) => id)
        if (members.length < 2 || actors.length === 0 || !fates.includes('fallen')) return []
        const draft: Draft<'tally'> = {
          predicate: 'tally',
          args: { actors: actors.sort(), noun, words: share(actors.length, members.length), state },
          frames: [0, facts.frames],
          salience: Math.max(...members.map((member) => salienceOf(member, facts))) * 0.8,
        }
        return tally.verify(draft, facts).status === 'verified' ? [draft] : []
      }),
    ),
  verify({ args: { actors, noun, words, state } }, facts) {
    const all = standersOf(facts).get(noun) ?? []
    const others = facts.glimpsed.filter(
      (member) => member.noun.en === noun && !all.includes(member),
    ).length
    const hidden = facts.unseen.filter(({ en }) => en === noun).length
    const fates = all.map((member) => fateOf(member, facts))
    const sure = all.filter((member, i) => fates[i] === state && isSeenThrough(member))
    const perhaps = all.filter(
      (member, i) => fates[i] === 'unsure' || (fates[i] === state && !isSeenThrough(member)),
    )
    const evidence = { sure: sure.length, perhaps: perhaps.length + hidden, of: all.length }
    // `All the books` would be more than those that stood in the row.
    if (others > 0) return { status: 'untestable', margin: 0, evidence: { ...evidence, others } }
    const [low, high] = [
      share(sure.length, all.length + hidden),
      share(sure.length + perhaps.length + hidden, all.length + hidden),
    ]
    const named = actors.every((id) => sure.some((member: Member) => member.id === id))
    if (low === words && high === words && named && sure.length === actors.length)
      return { status: 'verified', margin: 1, evidence }
    const possible = low === words || high === words || perhaps.length + hidden > 0
    return { status: possible ? 'untestable' : 'refuted', margin: -1, evidence }
  },
}

/** Words for so many of so many. */
export function share(n: number, of: number): string {
  if (n === of) return 'all'
  return NUMBERS[n] ?? (n >= MOST * of ? 'most' : 'several')
}
