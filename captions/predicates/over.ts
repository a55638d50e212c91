import {
  every,
  grade,
  round,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Verdict,
} from '../claim.ts'
import type { Member } from '../facts/member.ts'
import type { Motion } from '../facts/motion.ts'
import { angleToLongWay, longWayOf } from '../facts/long-way.ts'
import { middleOf, restsOn } from '../facts/support.ts'
import { length, subtract } from '../geometry.ts'
import { salienceOf } from '../salience.ts'
import { moves } from './moves.ts'

/**
 * Share of the claimed frames in which it stands on the other: true from 0.8, false below 0.3. Those frames must hold a fifth
 * of the motion and a way of at least its own size. Down and up: height lost over the way, true from 0.12, false
 * below 0.04. Along: the other is at least three times as long as wide and the way is its long way, within 27 degrees;
 * what is so long is gone across from 40 degrees on.
 */
const SHARE = { no: 0.3, yes: 0.8 }
const PART = 0.2
const SLOPE = { no: 0.04, yes: 0.12 }
const LONG = { no: 1.8, yes: 3 }
const ALONG_DEGREES = 27
const ACROSS_DEGREES = { no: 27, yes: 40 }

/** What is fallen into and not gone down. */
const HOLLOW = /(?:pocket|hole|pit)$/

type How = PredicateArgs['over']['how']

export const over: Predicate<'over'> = {
  name: 'over',
  doc: 'The actor moves across, along, down or up another one that it stands on.',
  propose: (facts) =>
    facts.members.flatMap((member) =>
      (facts.motions.get(member.id) ?? [])
        // A body that drops onto a table does not fall down it.
        .filter(
          ({ gait }) =>
            gait === 'travels' || (gait === 'falls' && facts.holds.get(member.id) !== 'free'),
        )
        .flatMap((motion): Draft<'over'>[] => {
          const seen = moves.verify(
            {
              args: { actor: member.id, gait: motion.gait, verb: 'move' },
              frames: [motion.from, motion.to],
            },
            facts,
          )
          if (seen.status === 'untestable') return []
          const carriers = facts.members.filter(
            (other) =>
              other.id !== member.id &&
              other.noun.en !== member.noun.en &&
              !HOLLOW.test(other.noun.en),
          )
          return (
            carriers
              .flatMap((other) =>
                stretchesOn(member, other, motion).map((frames) => ({ other, frames })),
              )
              .filter(({ frames: [from, to] }) => to - from >= PART * (motion.to - motion.from))
              // What falls onto a table and lies there does not fall down the table.
              .filter(
                ({ frames: [from] }) =>
                  motion.gait !== 'falls' || from - motion.from < (motion.to - motion.from) / 3,
              )
              // A path lies on the ground: who walks on it is not also told to walk across the grass.
              .filter(
                ({ other }, _, all) =>
                  other.kind !== 'ground' || all.every((one) => one.other.kind === 'ground'),
              )
              .filter(
                ({ frames, other }, _, all) =>
                  !all.some(
                    (one) =>
                      one.other !== other &&
                      isUpon(one.other, other, frames) &&
                      overlaps(one.frames, frames) > 0.5,
                  ),
              )
              .map(({ other, frames }): Draft<'over'> => ({
                predicate: 'over',
                args: {
                  actor: member.id,
                  other: other.id,
                  how: howOf(member, other, frames, motion),
                },
                frames,
                salience: salienceOf(member, facts) * 0.8,
              }))
              .filter((draft) => over.verify(draft, facts).status === 'verified')
          )
        }),
    ),
  verify({ args, frames }, facts) {
    const [member, other] = [facts.member(args.actor), facts.member(args.other)]
    const motion = facts.motions
      .get(member.id)
      ?.find((one) => one.from < frames[1] && one.to > frames[0])
    if (!motion) return { status: 'refuted', margin: -1, evidence: { moves: false } }
    const span: [number, number] = [
      Math.max(frames[0], motion.from),
      Math.min(frames[1], motion.to),
    ]
    const share = shareOn(member, other, span)
    const carried = grade(share, SHARE, { share: round(share) })
    return every(carried, shapeOf(member, other, args.how, span, motion))
  },
}

/** Unbroken stretches of the motion in which it stands on the other and gets on by its own size. */
function stretchesOn(member: Member, other: Member, { from, to }: Motion): [number, number][] {
  const found: [number, number][] = []
  for (let frame = from; frame <= to; frame++) {
    const last = found.at(-1)
    if (!restsOn(member, other, frame)) continue
    if (last && frame - last[1] <= 2) last[1] = frame
    else found.push([frame, frame])
  }
  const size = 0.9 * Math.max(...member.size)
  return found.filter(
    ([a, b]) =>
      Math.max(
        ...Array.from({ length: b - a + 1 }, (_, n) =>
          length(subtract(middleOf(member, a + n), middleOf(member, a))),
        ),
      ) >= size,
  )
}

function shareOn(member: Member, other: Member, [from, to]: [number, number]): number {
  let on = 0
  for (let frame = from; frame <= to; frame++) if (restsOn(member, other, frame)) on++
  return on / Math.max(1, to - from + 1)
}

function howOf(member: Member, other: Member, frames: [number, number], motion: Motion): How {
  return (
    (other.class === 'room' ? [] : (['down', 'up', 'along'] as const)).find(
      (how) => shapeOf(member, other, how, frames, motion).status === 'verified',
    ) ?? 'across'
  )
}

function shapeOf(
  member: Member,
  other: Member,
  how: How,
  [from, to]: [number, number],
  motion: Motion,
): Verdict {
  const way = subtract(middleOf(member, to), middleOf(member, from))
  // Of its foot: what falls over lowers its middle on level ground too.
  const sunk = member.bounds(to).min[1] - member.bounds(from).min[1]
  const path = pathOf(member, from, to)
  const slope = sunk / (Math.max(length(way), path) || 1)
  if (how === 'down') return grade(-slope, SLOPE, { slope: round(slope) })
  if (how === 'up') return grade(slope, SLOPE, { slope: round(slope) })
  const long = longWayOf(other)
  const degrees = angleToLongWay(long, motion.net)
  const evidence = { ratio: round(long.ratio), degrees: round(degrees) }
  if (how === 'along') return grade(degrees <= ALONG_DEGREES ? long.ratio : 0, LONG, evidence)
  return long.ratio < LONG.yes
    ? { status: 'verified', margin: 10, evidence }
    : grade(degrees, ACROSS_DEGREES, evidence)
}

/** Metres of its middle's way in those frames. */
function pathOf(member: Member, from: number, to: number): number {
  let sum = 0
  for (let n = from; n < to; n++)
    sum += length(subtract(middleOf(member, n + 1), middleOf(member, n)))
  return sum
}

/** A mat on a floor carries; the floor below it does not as well. */
function isUpon(upper: Member, lower: Member, [frame]: [number, number]): boolean {
  const [a, b] = [upper.bounds(frame), lower.bounds(frame)]
  return a.max[1] >= b.max[1] && Math.max(...upper.size) < Math.max(...lower.size)
}

/** Share of the second stretch that the first one covers. */
function overlaps(a: [number, number], b: [number, number]): number {
  return (Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / Math.max(1, b[1] - b[0])
}
