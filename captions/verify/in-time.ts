import type { Member } from '../facts/member.ts'
import { courseOf } from './course.ts'
import type { Happening } from './meaning.ts'
import type { Discourse } from './resolve.ts'
import { OPEN, TRUE, type Judgement, type Truth } from './truth.ts'

/** After what the last mover did, or at the same time. */
export function inTime(
  how: 'follow' | 'coincide',
  members: Member[],
  beside: Happening[],
  before: Discourse,
  truth: Truth,
): Judgement {
  // `Once it has stopped` names who was there before; else it is who moved last.
  const [subject] = before.subjects
  const named = how === 'follow' && subject && before.movers.includes(subject)
  const last = named ? subject : before.movers[0]
  const [mine, theirs] = [
    members[0] && courseOf(members[0], truth).span,
    last && courseOf(last, truth).span,
  ]
  if (!mine || !theirs)
    return beside.some(({ does: verb }) => verb === 'stay' || verb === 'stay put')
      ? TRUE({ still: true })
      : OPEN({ span: null })
  const frames: [number, number] = [Math.min(mine[0], theirs[0]), Math.max(mine[1], theirs[1])]
  const gap = (mine[0] - theirs[1]) / truth.fps
  const shared =
    (Math.min(mine[1], theirs[1]) - Math.max(mine[0], theirs[0])) /
    Math.min(mine[1] - mine[0], theirs[1] - theirs[0])
  if (how === 'follow')
    return {
      status: gap >= 0.1 ? 'verified' : gap <= -0.15 ? 'refuted' : 'untestable',
      evidence: { gap },
      frames,
    }
  return {
    status: shared >= 0.4 ? 'verified' : shared <= 0.1 ? 'refuted' : 'untestable',
    evidence: { shared },
    frames,
  }
}
