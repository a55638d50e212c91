import { every, grade, round, type Draft, type Predicate, type PredicateArgs } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { countWord } from './count.ts'
import { leaves } from './leaves.ts'
import { stops } from './stops.ts'

/** When it stops or is last seen, one to six seconds: off by up to 0.3 s is about right, from 0.6 s wrong. */
const OFF = { no: 0.6, yes: 0.3 }
const MOST = 6

type Args = PredicateArgs['timed']

export const timed: Predicate<'timed'> = {
  name: 'timed',
  doc: 'About how many seconds into the clip one comes to rest or leaves the picture.',
  propose: (facts) => {
    // Of a later shot nobody knows how long the clip has been going on.
    if (facts.index > 0) return []
    const ends = [
      ...stops.propose(facts).map((draft) => ({ ...draft, event: 'stops' as const })),
      ...leaves.propose(facts).map((draft) => ({ ...draft, event: 'leaves' as const })),
    ]
    return ends.flatMap(({ event, args: { actor }, frames, salience }): Draft<'timed'>[] => {
      const seconds = Math.round(secondsAt(frames, facts))
      if (seconds < 1 || seconds > MOST) return []
      const draft: Draft<'timed'> = {
        predicate: 'timed',
        args: { actor, event, seconds: countWord(seconds) },
        frames,
        salience: salience * 0.3,
      }
      return timed.verify(draft, facts).status === 'verified' ? [draft] : []
    })
  },
  verify({ args, frames }, facts) {
    const n = Array.from({ length: MOST + 1 }, (_, i) => countWord(i)).indexOf(args.seconds)
    const at = secondsAt(frames, facts)
    if (n < 1) return { status: 'untestable', margin: 0, evidence: { at: round(at) } }
    return every(ended(args, frames, facts), grade(Math.abs(at - n), OFF, { at: round(at) }))
  },
}

function ended({ actor, event }: Args, frames: [number, number], facts: Facts) {
  if (event === 'stops') return stops.verify({ args: { actor }, frames }, facts)
  const sides = (['left', 'right', 'top', 'bottom'] as const).map((side) =>
    leaves.verify({ args: { actor, side }, frames }, facts),
  )
  return sides.find(({ status }) => status === 'verified') ?? (sides[0] as (typeof sides)[0])
}

/** The middle of the frames in which it happens. */
function secondsAt([from, to]: [number, number], { fps }: Facts): number {
  return (from + to) / 2 / fps
}
