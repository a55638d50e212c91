import { type Draft, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { middleOf } from '../facts/support.ts'
import { salienceOf } from '../salience.ts'
import { countWord } from './count.ts'

/**
 * Balls that end in a pocket: at the end the middle is within the outline of a pocket (in the picture or not) and lower than at
 * first by 0.8 of its height (false below 0.3). Each is seen often enough to be named; no ball of the noun may be in doubt. The only one of
 * its noun must be seen to go: of a cue ball that rolls out of the picture nobody sees where it ends.
 */
const SUNK = { no: 0.3, yes: 0.8 }

export const pockets: Predicate<'pockets'> = {
  name: 'pockets',
  doc: 'So many balls of one noun drop into pockets.',
  propose: (facts) =>
    [...new Set(balls(facts).map(({ noun }) => noun.en))].flatMap((noun): Draft<'pockets'>[] => {
      const sunk = balls(facts).filter(
        (member) => member.noun.en === noun && fate(member, facts) === 'in',
      )
      if (sunk.length === 0) return []
      const draft: Draft<'pockets'> = {
        predicate: 'pockets',
        args: { actors: sunk.map(({ id }) => id).sort(), noun, words: countWord(sunk.length) },
        frames: [0, facts.frames],
        salience: Math.max(...sunk.map((member) => salienceOf(member, facts))) * 0.8,
      }
      return pockets.verify(draft, facts).status === 'verified' ? [draft] : []
    }),
  verify({ args: { actors, noun, words } }, facts) {
    const all = balls(facts).filter((member) => member.noun.en === noun)
    const [sunk, unsure] = (['in', 'unsure'] as const).map((one) =>
      all.filter((member) => fate(member, facts) === one),
    ) as [Member[], Member[]]
    const hidden = facts.unseen.filter(({ en }) => en === noun).length
    const evidence = { sunk: sunk.length, unsure: unsure.length + hidden }
    const named = actors.every((id) => sunk.some((member) => member.id === id))
    if (!named || actors.length > sunk.length || countWord(actors.length) !== words)
      return { status: 'refuted', margin: -1, evidence }
    const exact = sunk.length === actors.length && unsure.length + hidden === 0
    return { status: exact ? 'verified' : 'untestable', margin: exact ? 1 : 0, evidence }
  },
}

function balls(facts: Facts): Member[] {
  return facts.glimpsed.filter(
    ({ id, class: sort }) => sort === 'ball' && facts.holds.get(id) === 'free',
  )
}

function fate(member: Member, facts: Facts): 'in' | 'out' | 'unsure' {
  const last = facts.frames - 1
  const [a, b] = [middleOf(member, 0), middleOf(member, last)]
  const sunk = (a[1] - b[1]) / member.size[1]
  if (sunk < SUNK.no) return 'out'
  const over = facts.take.cast.some(
    ({ kind, track: { position } }) =>
      kind === 'pocket' &&
      Math.hypot(b[0] - (position[0] as number), b[2] - (position[2] as number)) <=
        1.2 * Math.max(...member.size),
  )
  if (!over) return 'out'
  // Of what is seen too little nothing is said.
  const isShown = facts.members.includes(member) && (!isAlone(member, facts) || staysIn(member))
  return sunk >= SUNK.yes && isShown ? 'in' : 'unsure'
}

function isAlone({ noun }: Member, { glimpsed }: Facts): boolean {
  return glimpsed.filter((other) => other.noun.en === noun.en).length === 1
}

/** Whole in the picture when it is seen for the last time. */
function staysIn({ samples }: Member): boolean {
  return (samples.findLast(({ box }) => box !== null)?.truncation ?? 1) < 0.05
}
