import { every, grade, round, type Draft, type Verdict } from '../claim.ts'
import { poseAtFrame } from '#scenes'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { carrier } from '../facts/motion.ts'
import { middleOf } from '../facts/support.ts'
import { angleBetween, length, subtract } from '../geometry.ts'
import { salienceOf } from '../salience.ts'
import { moves } from './moves.ts'

/**
 * Setting off and coming to rest. Seconds of rest before (or after) the motion: true from 0.5, false below
 * 0.1; the actor must be seen in the samples of that rest. Seconds that the motion lasts: true from 0.45, false below 0.15:
 * of what is only shoved nobody says that it stops. Share
 * of the frames in the third of a second next to the rest in which it moves for all to see (0.035 of its size or 2.5 degrees
 * a second): true from 0.85, false below 0.4.
 */
const REST = { no: 0.1, yes: 0.5 }
const LASTS = { no: 0.15, yes: 0.45 }
const BUSY = { no: 0.4, yes: 0.85 }
/** Its own sizes, and degrees, a second. */
const CREEPS = { sizes: 0.015, degrees: 1.2 }
const SEEN_TO_MOVE = { sizes: 0.035, degrees: 2.5 }

export function proposeTurn<P extends 'starts' | 'stops'>(predicate: P, facts: Facts): Draft<P>[] {
  return facts.members.flatMap((member) =>
    (facts.motions.get(member.id) ?? []).flatMap((motion) => {
      const at = predicate === 'starts' ? motion.from : motion.to
      const frames: [number, number] = [Math.max(0, at - 2), Math.min(facts.frames, at + 2)]
      const moving = moves.verify(
        {
          args: { actor: member.id, gait: motion.gait, verb: 'move' },
          frames: [motion.from, motion.to],
        },
        facts,
      )
      if (
        moving.status === 'untestable' ||
        verifyTurn(predicate, member.id, frames, facts).status !== 'verified'
      )
        return []
      const draft = {
        predicate,
        args: { actor: member.id },
        frames,
        salience: salienceOf(member, facts) * 0.6,
      }
      return [draft as unknown as Draft<P>] // both predicates have the same arguments, which TypeScript does not infer for P
    }),
  )
}

export function verifyTurn(
  predicate: 'starts' | 'stops',
  actor: string,
  [from, to]: [number, number],
  facts: Facts,
): Verdict {
  const member = facts.member(actor)
  const motions = facts.motions.get(actor) ?? []
  const index = motions.findIndex((motion) => {
    const at = predicate === 'starts' ? motion.from : motion.to
    return at >= from && at <= to
  })
  const motion = motions[index]
  if (!motion) return { status: 'refuted', margin: -1, evidence: { at: null } }
  const next = motions[index + 1]?.from ?? facts.frames
  const [a, b] =
    predicate === 'starts'
      ? [motions[index - 1]?.to ?? 0, motion.from]
      : [stillFrom(member, motion.to, next, facts), next]
  const rest = (b - a) / facts.fps
  const inView = member.samples.filter(({ frame }) => frame >= a && frame <= b)
  const lasts = (motion.to - motion.from) / facts.fps
  const verdict = every(
    grade(rest, REST, {
      rest: round(rest),
      at: round((predicate === 'starts' ? b : a) / facts.fps),
    }),
    grade(lasts, LASTS, { lasts: round(lasts) }),
    grade(busyShare(member, predicate === 'starts' ? b : motion.to, predicate, facts), BUSY, {}),
  )
  return inView.length > 0 && inView.every(({ seen }) => seen)
    ? verdict
    : { ...verdict, status: verdict.status === 'refuted' ? 'refuted' : 'untestable' }
}

/** From then on, until it moves again, not even a slow creep is left of its motion. */
function stillFrom(
  member: Member,
  to: number,
  until: number,
  { take, fps, frames }: Facts,
): number {
  const track = carrier(member.cast, take)
  const size = Math.max(...member.size)
  for (let n = Math.min(until, frames) - 2; n >= to; n--) {
    const way = length(subtract(middleOf(member, n + 1), middleOf(member, n)))
    const turn = angleBetween(poseAtFrame(track, n).rotation, poseAtFrame(track, n + 1).rotation)
    if (way * fps > CREEPS.sizes * size || turn * fps > CREEPS.degrees) return n + 1
  }
  return to
}

function busyShare(
  member: Member,
  at: number,
  predicate: 'starts' | 'stops',
  { take, fps, frames }: Facts,
): number {
  const span = Math.round(0.3 * fps)
  const first = predicate === 'starts' ? at : at - span
  const busy = Array.from({ length: span }, (_, i) => first + i)
    .filter((n) => n >= 0 && n + 1 < frames)
    .map((n) => isSeenToMove(member, n, { take, fps }))
  return busy.filter(Boolean).length / Math.max(1, busy.length)
}

/** For all to see, from a frame to the next. */
export function isSeenToMove(
  member: Member,
  n: number,
  { take, fps }: Pick<Facts, 'take' | 'fps'>,
): boolean {
  const track = carrier(member.cast, take)
  const way = length(subtract(middleOf(member, n + 1), middleOf(member, n)))
  return (
    way * fps > SEEN_TO_MOVE.sizes * Math.max(...member.size) ||
    angleBetween(poseAtFrame(track, n).rotation, poseAtFrame(track, n + 1).rotation) * fps >
      SEEN_TO_MOVE.degrees
  )
}
