import {
  grade,
  round,
  type Claim,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { grouped } from '../grouped.ts'
import { countWord } from './count.ts'
import { hits } from './hits.ts'

/** When the first blow falls, one to six seconds: off by up to 0.3 s is about right, from 0.6 s wrong. */
const OFF = { no: 0.6, yes: 0.3 }
const MOST = 6

type Args = PredicateArgs['strikes_at']

export const strikesAt: Predicate<'strikes_at'> = {
  name: 'strikes_at',
  doc: 'About how many seconds into the clip one strikes another, or the first of many.',
  propose: (facts) => {
    // Of a later shot nobody knows how long the clip has been going on.
    if (facts.index > 0) return []
    const blows = hits.propose(facts)
    const nounOf = (id: string) => facts.member(id).noun.en
    return [
      ...grouped(blows, ({ args }) => `${args.actor} ${nounOf(args.other)}`).values(),
    ].flatMap((same): Draft<'strikes_at'>[] => {
      const [first] = [...same].sort((a, b) => a.frames[0] - b.frames[0])
      if (!first) return []
      const { actor, other } = first.args
      const others = facts.members
        .filter(({ id, noun }) => noun.en === nounOf(other) && id !== actor)
        .map(({ id }) => id)
        .sort()
      const seconds = countWord(Math.round((first.frames[0] + 1) / facts.fps))
      const draft: Draft<'strikes_at'> = {
        predicate: 'strikes_at',
        args: { actor, others, seconds },
        frames: first.frames,
        salience: first.salience * 0.3,
      }
      return judge(draft, facts).status === 'verified' ? [draft] : []
    })
  },
  verify: (claim, facts) => judge(claim, facts),
}

function judge(
  { args: { actor, others, seconds }, frames }: Pick<Claim, 'frames'> & { args: Args },
  facts: Facts,
): Verdict {
  const n = Array.from({ length: MOST + 1 }, (_, i) => countWord(i)).indexOf(seconds)
  const blow = others
    .map((other) => hits.verify({ args: { actor, other }, frames }, facts))
    .find(({ status }) => status === 'verified')
  const at = (frames[0] + 1) / facts.fps
  const evidence = { at: round(at) }
  if (n < 1) return { status: 'untestable', margin: 0, evidence }
  if (!blow) return { status: 'refuted', margin: -1, evidence: { ...evidence, strikes: false } }
  return grade(Math.abs(at - n), OFF, evidence)
}
