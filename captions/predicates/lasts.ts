import { grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { isBackdrop, salienceOf } from '../salience.ts'
import { countWord } from './count.ts'
import { isSeenToMove } from './turn.ts'

/**
 * It is on the move for about so many seconds, one to six: from when it first sets off to when it rests for half a second, seen in
 * between. Off by up to 15 % is about right, from 40 % wrong. What moves from the first frame on, or still moves in the last, may
 * have moved for longer.
 */
const OFF = { no: 0.4, yes: 0.15 }
const MOST = 6
const REST = 0.5
/** What only creeps for so many seconds seems to rest meanwhile. */
const LULL = 0.3

export const lasts: Predicate<'lasts'> = {
  name: 'lasts',
  doc: 'About how many seconds something is on the move.',
  propose: (facts) =>
    facts.members.flatMap((member): Draft<'lasts'>[] => {
      const span = spanOf(member.id, facts)
      if (!span || isBackdrop(member)) return []
      const seconds = Math.round((span.to - span.from) / facts.fps)
      if (seconds < 1 || seconds > MOST) return []
      const draft: Draft<'lasts'> = {
        predicate: 'lasts',
        args: { actor: member.id, seconds: countWord(seconds) },
        frames: [span.from, span.to],
        salience: salienceOf(member, facts) * 0.2,
      }
      return lasts.verify(draft, facts).status === 'verified' ? [draft] : []
    }),
  verify({ args: { actor, seconds } }, facts): Verdict {
    const span = spanOf(actor, facts)
    if (!span) return { status: 'refuted', margin: -1, evidence: { moves: false } }
    const real = (span.to - span.from) / facts.fps
    const n = Array.from({ length: MOST + 1 }, (_, i) => countWord(i)).indexOf(seconds)
    const judged = grade(Math.abs(real - n) / n, OFF, { seconds: round(real) })
    const whole =
      span.from > 0 &&
      span.to < facts.frames - 1 &&
      isSeen(actor, span, facts) &&
      lullOf(facts.member(actor), span, facts) < LULL * facts.fps
    return whole || judged.status === 'refuted' ? judged : { ...judged, status: 'untestable' }
  },
}

/** Its first motion and those that follow soon. */
function spanOf(id: string, { motions, fps }: Facts): { from: number; to: number } | undefined {
  const [first, ...rest] = motions.get(id) ?? []
  return (
    first &&
    rest.reduce(
      (all, next) => (next.from - all.to < REST * fps ? { from: all.from, to: next.to } : all),
      { from: first.from, to: first.to },
    )
  )
}

/** Most frames in a row in which nobody sees it move. */
function lullOf(member: Member, { from, to }: { from: number; to: number }, facts: Facts): number {
  let [most, lull] = [0, 0]
  for (let n = from; n < Math.min(to, facts.frames - 1); n++) {
    lull = isSeenToMove(member, n, facts) ? 0 : lull + 1
    most = Math.max(most, lull)
  }
  return most
}

function isSeen(id: string, { from, to }: { from: number; to: number }, facts: Facts): boolean {
  const during = facts.member(id).samples.filter(({ frame }) => frame >= from && frame <= to)
  return during.filter(({ seen }) => seen).length >= 0.9 * during.length
}
