import { poseAtFrame } from '#scenes'
import {
  every,
  grade,
  round,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Verdict,
} from '../claim.ts'
import { gapAt } from '../facts/gap.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member, Sample } from '../facts/member.ts'
import { carrier } from '../facts/motion.ts'
import { middleOf, restsOn, standsUpon } from '../facts/support.ts'
import { angleBetween, length, subtract } from '../geometry.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * Where what moved is in the last frames, both seen then. On another: it rests on it, as it did not at first; from no frame of the
 * last quarter of a second to the next does it move by more than 0.02 of its size or turn by more than 1.5 degrees a second;
 * moving for sure from 1.2 and 90: what was struck as the clip ends has not come to its end. Left / right of something that keeps its
 * place: middle from middle by 80 % of half the sum of their widths in the last frame, false below 10 %, and not so in
 * the first (up to 40 %). Next to something that keeps its place: metres between their outlines in the last frame, over the size of
 * the smaller, up to 0.5, false from 2; and not so in the first (from 2.5), for nobody comes to where he is.
 */
const STIRS = { no: 1.2, yes: 0.02 }
const TURNS = { no: 90, yes: 1.5 }
export const APART = { no: 0.1, yes: 0.8 }
const BEFORE = { no: 0.8, yes: 0.4 }
const NEXT = { no: 2, yes: 0.5 }
const AWAY = { no: 1, yes: 2.5 }

type Args = PredicateArgs['ends']

export const ends: Predicate<'ends'> = {
  name: 'ends',
  doc: 'Where something that moved comes to be: on another thing, next to it, or on the other side of it.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member) && (facts.motions.get(member.id) ?? []).length > 0)
      .flatMap((member) =>
        (['on', 'next to', 'left of', 'right of'] as const).flatMap((relation) =>
          facts.members
            .filter((other) => other.id !== member.id && other.class !== 'room')
            .map((other): Args => ({ actor: member.id, relation, other: other.id }))
            .filter((args) => judge(args, facts).status === 'verified')
            .slice(0, 3)
            .map((args): Draft<'ends'> => ({
              predicate: 'ends',
              args,
              frames: [0, facts.frames],
              salience: salienceOf(member, facts) * (relation === 'on' ? 0.5 : 0.3),
            })),
        ),
      ),
  verify: ({ args }, facts) => judge(args, facts),
}

function judge({ actor, relation, other }: Args, facts: Facts): Verdict {
  const [member, base] = [facts.member(actor), facts.member(other)]
  switch (relation) {
    case 'on':
      return endsUpon(member, base, facts)
    case 'next to':
      return endsNextTo(member, base, facts)
    default:
      return endsBeside(member, relation, base, facts)
  }
}

function endsNextTo(member: Member, other: Member, facts: Facts): Verdict {
  const keeps = (facts.motions.get(other.id) ?? []).length === 0 && !isBackdrop(other)
  const seen = [member, other].every(({ samples }) => samples.at(-1)?.seen)
  const lies = ([0, -1] as const).some((at) =>
    restsOn(member, other, at === 0 ? 0 : facts.frames - 1),
  )
  if (!keeps || !seen || lies)
    return { status: 'untestable', margin: 0, evidence: { keeps, seen, lies } }
  const smaller = Math.min(Math.max(...member.size), Math.max(...other.size))
  const [a, b] = [0, facts.frames - 1].map((frame) => gapAt(member, other, frame) / smaller)
  const evidence = { first: round(a ?? Number.NaN), last: round(b ?? Number.NaN) }
  const end = grade(b ?? Number.NaN, NEXT, evidence)
  const begin = grade(a ?? Number.NaN, AWAY, evidence)
  return end.status === 'refuted' || begin.status === 'verified'
    ? end
    : every(end, { ...begin, status: 'untestable' })
}

function endsUpon(member: Member, other: Member, facts: Facts): Verdict {
  const last = facts.frames - 1
  if (!isOver(member, other, last))
    return { status: 'refuted', margin: -1, evidence: { over: false } }
  const before = Math.max(0, last - Math.round(facts.fps / 4))
  const [first, end] = [standsUpon(member, other, 0, facts), standsUpon(member, other, last, facts)]
  const seen = [member, other].every(({ samples }) => samples.at(-1)?.seen)
  const evidence = { first, end, seen }
  if (first || !end || !seen || !restsOn(member, other, before))
    return { status: 'untestable', margin: 0, evidence }
  const { stirs, turns } = unrestOf(member, before, last, facts)
  return every(
    grade(stirs, STIRS, { ...evidence, stirs: round(stirs) }),
    grade(turns, TURNS, { turns: round(turns) }),
  )
}

/** The fastest that it moves, in its own sizes a second, and turns, in degrees a second, from one frame to the next. */
function unrestOf(
  member: Member,
  from: number,
  to: number,
  { take, fps }: Facts,
): { stirs: number; turns: number } {
  const track = carrier(member.cast, take)
  const steps = Array.from({ length: to - from }, (_, n) => [from + n, from + n + 1] as const)
  const fastest = (of: (a: number, b: number) => number) =>
    Math.max(0, ...steps.map(([a, b]) => of(a, b) * fps))
  return {
    stirs:
      fastest((a, b) => length(subtract(middleOf(member, b), middleOf(member, a)))) /
      Math.max(...member.size),
    turns: fastest((a, b) =>
      angleBetween(poseAtFrame(track, a).rotation, poseAtFrame(track, b).rotation),
    ),
  }
}

/** Whoever is high above it, below it or beside it is not on it. */
function isOver(member: Member, other: Member, frame: number): boolean {
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  const beside = ([0, 2] as const).some((k) => a.min[k] > b.max[k] || a.max[k] < b.min[k])
  return !beside && a.min[1] <= b.max[1] + 0.5 * member.size[1] && a.max[1] >= b.min[1]
}

function endsBeside(
  member: Member,
  side: 'left of' | 'right of',
  other: Member,
  facts: Facts,
): Verdict {
  const keeps = (facts.motions.get(other.id) ?? []).length === 0 && !isBackdrop(other)
  const [a, b] = [apartAt(member, other, 0), apartAt(member, other, -1)]
  const sign = side === 'left of' ? 1 : -1
  const evidence = { first: round(sign * a), last: round(sign * b) }
  if (!keeps || Number.isNaN(b)) return { status: 'untestable', margin: 0, evidence }
  const end = grade(sign * b, APART, evidence)
  // Where it was at first tells whether it is worth saying, not whether it is so.
  const begin = grade(sign * a, BEFORE, evidence)
  return end.status === 'refuted' || begin.status === 'verified'
    ? end
    : every(end, { ...begin, status: 'untestable' })
}

/** How far to the left of the other its middle is, in half the sum of their widths; NaN where one is not seen whole. */
export function apartAt(member: Member, other: Member, at: 0 | -1): number {
  const [a, b] = [member, other].map(({ samples }) => samples.at(at)) as [Sample, Sample]
  if (!a?.seen || !b?.seen || !a.box || !b.box || b.truncation > 0.2) return Number.NaN
  const half = (a.box[2] - a.box[0] + b.box[2] - b.box[0]) / 2
  return (b.x - a.x) / (half || 1)
}
