import type { Member } from '../facts/member.ts'
import { amountRange, shareJudged } from './amounts.ts'
import { courseOf } from './course.ts'
import { fells, isDown, scatters } from './judge-falls.ts'
import { throwsUp } from './judge-machines.ts'
import { collides, goesPast } from './judge-ways.ts'
import type { Deed, Happening, NounMeaning } from './meaning.ts'
import { isWholeNumber, meant, uncounted, wholeOf, type Discourse } from './resolve.ts'
import { best, REFUTED, worst, type Judgement, type Truth } from './truth.ts'

/** As many of those that the noun names and of whom the rest is true fall, scatter or are set off by all of the members. */
export function strikesDown(
  deed: 'fell' | 'scatter' | 'set off',
  noun: NounMeaning,
  members: Member[],
  fit: (other: Member) => boolean,
  before: Discourse,
  truth: Truth,
): Judgement {
  const each = (judge: (member: Member) => Judgement) => worst(members.map(judge))
  // How many of them are struck is no number of all that there are; that of `all three` and of a tower is.
  const { judgement } = meant(isWholeNumber(noun) ? noun : uncounted(noun), before, truth)
  if (judgement.status === 'refuted') return judgement
  const named = wholeOf(noun, before, truth)
  const whole = named.filter((other) => !members.includes(other) && fit(other))
  if (whole.length === 0) return REFUTED({ others: 0 })
  if (deed === 'set off') {
    const struck = whole.map((other) => each((member) => collides(member, other, truth)))
    const down = whole.map((other) => each((member) => fells(member, other, truth)))
    return worst([best(struck), shareJudged(down, [Math.ceil(0.5 * whole.length), whole.length])])
  }
  const judge = deed === 'fell' ? fells : scatters
  const judged = whole.map((other) => each((member) => judge(member, other, truth)))
  // The number in `a tower of five blocks` is that of the tower.
  const amount = noun.part ?? (noun.heap ? null : noun.amount)
  // Who is hardly seen, or in the picture unseen, may have been spared.
  const barely = truth.glimpsed.filter((one) => !truth.seen.includes(one))
  const hidden = [...truth.hidden, ...barely.map((one) => one.noun)].filter(
    ({ en }) => en === whole[0]?.noun.en,
  ).length
  const range = amountRange(amount, whole.length + (amount === 'most' ? hidden : 0))
  if (range) return shareJudged(judged, range)
  // `The other balls` are all of them.
  if (noun.others && noun.determiner === 'the')
    return shareJudged(judged, [whole.length, whole.length])
  if (!noun.plural) return best(judged)
  return noun.heap === null
    ? shareJudged(judged, [Math.min(2, whole.length), whole.length])
    : shareJudged(judged, [Math.ceil(0.4 * whole.length), whole.length])
}

/** Someone does that to it: one of those named, or whoever moves. */
export function undergoes(
  member: Member,
  { deed, by }: Extract<Happening, { does: 'undergo' }>,
  before: Discourse,
  truth: Truth,
): Judgement {
  const doers = by
    ? by.flatMap((noun) => meant(noun, before, truth).choices.flat())
    : truth.glimpsed.filter((one) => courseOf(one, truth).span)
  const named = by ? by.map((noun) => meant(noun, before, truth).judgement) : []
  const judged = doers
    .filter((doer) => doer.id !== member.id)
    // Of many, who fells it touches it; one may do it by what it strikes.
    .map((doer) => does(doer, deed === 'fell' && doers.length > 1 ? 'hit' : deed, member, truth))
  const done = judged.length > 0 ? best(judged) : REFUTED({ by: 'no one' })
  return worst([...named, done, ...(deed === 'fell' ? [isDown(member, truth)] : [])])
}

function does(doer: Member, deed: Deed, member: Member, truth: Truth): Judgement {
  switch (deed) {
    case 'hit':
    case 'set off':
      return collides(doer, member, truth)
    case 'fell':
      return fells(doer, member, truth)
    case 'scatter':
      return scatters(doer, member, truth)
    case 'throw':
      return throwsUp(doer, member, 'up', truth)
    case 'pass':
      return goesPast(doer, null, member, truth)
  }
}
