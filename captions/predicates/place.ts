import {
  every,
  grade,
  round,
  type Draft,
  type Predicate,
  type Relation,
  type Verdict,
} from '../claim.ts'
import { gapAt } from '../facts/gap.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member, Sample } from '../facts/member.ts'
import { median } from '../geometry.ts'
import { kept } from '../kept.ts'
import { isBackdrop, salienceOf } from '../salience.ts'
import { seatOf, sitsOn } from '../facts/seat.ts'
import { restsOn, standsUpon } from '../facts/support.ts'

/**
 * Where one still thing is from another, as the viewer sees it, by medians over the samples that show both:
 * - on: its foot is on the other's top in all frames (true from 90 %, false below 50 %);
 * - left / right of: gap between the middles over half the sum of the widths, true from 0.9, false below 0.3;
 *   and it must be sideways more than in depth and near: at most 2.5 widths of the larger away;
 * - behind / in front of: depth gap over the nearer depth, true from 8 %, false below 1 %; boxes must share
 *   columns (at least 30 % of the narrower);
 * - above: its middle is inside the other's outline and its foot higher than the other's top by a tenth of the
 *   smaller's height in all frames (true from 90 %, false below 50 %);
 * - in: its middle is inside the other's box and its foot below the other's brim, of bowls, baskets, clocks and the like;
 * - next to: distance between their outlines in the world at most 0.75 of the smaller's size, false from 2.
 */
const ON = { no: 0.5, yes: 0.9 }
const SIDE = { no: 0.3, yes: 0.9 }
const DEPTH = { no: 0.01, yes: 0.08 }
const NEXT = { no: 2, yes: 0.75 }
/** A thing that reaches so many times as far at its far end as at its near end is long. */
const LONG = 1.35
/** What can hold something. */
const HOLDERS =
  /bowl|basket|box|crate|bucket|barrel|pot|vase|glass|mug|cup|cart|wagon|grandfather clock/

export const place: Predicate<'place'> = {
  name: 'place',
  doc: 'Where an actor is from another one: on, in, above, behind, in front of, left of, right of, next to.',
  propose: (facts) => {
    const things = facts.members.filter((member) => member.pixels >= 24)
    return things.flatMap((member) =>
      things
        .filter((other) => other.id !== member.id)
        .flatMap((other) =>
          RELATIONS.filter((relation) => worth(member, other, relation, facts)).map(
            (relation): Draft<'place'> => ({
              predicate: 'place',
              args: { actor: member.id, relation, other: other.id },
              frames: [0, facts.frames],
              salience: (salienceOf(member, facts) + salienceOf(other, facts)) * 0.2,
            }),
          ),
        ),
    )
  },
  verify: ({ args }, facts) =>
    measure(facts.member(args.actor), args.relation, facts.member(args.other), facts),
}

const RELATIONS: Relation[] = [
  'on',
  'in front of',
  'behind',
  'left of',
  'right of',
  'next to',
  'above',
  'in',
]

/** Worth proposing: true by the numbers, of things that stay, and of the kind people use. */
function worth(member: Member, other: Member, relation: Relation, facts: Facts): boolean {
  const moving = (one: Member) =>
    // A body that is shoved aside has no place by others.
    (!isFixed(relation) &&
      facts.holds.get(one.id) === 'free' &&
      (facts.motions.get(one.id) ?? []).length > 0) ||
    (facts.motions.get(one.id) ?? []).some(
      ({ gait }) =>
        gait === 'travels' ||
        gait === 'circles' ||
        (gait !== 'stirs' && (facts.holds.get(one.id) ?? 'none') !== 'none'),
    )
  const against = relation === 'in front of' && other.class === 'wall'
  if (
    !isFixed(relation) &&
    (moving(member) || moving(other) || isBackdrop(member) || (isBackdrop(other) && !against))
  )
    return false
  if (member.class === 'ground' || other.class === 'room' || (moving(member) && !isFixed(relation)))
    return false
  // A pond has no size that `next to` could be told by.
  if (relation === 'next to' && (member.class === 'water' || other.class === 'water')) return false
  if (isFixed(relation))
    return (
      mayBeOver(member, other, facts) &&
      measure(member, relation, other, facts).status === 'verified'
    )
  const stacked = isOver(member, other) || isOver(other, member)
  // People place a thing by something about as large or larger, not a house by a lamp post.
  if (!near3(member, other, facts)) return false
  if (stacked || Math.max(...other.size) < 0.6 * Math.max(...member.size)) return false
  return measure(member, relation, other, facts).status === 'verified'
}

/** Told of what lies on, in or hangs over another thing, ground included. */
function isFixed(relation: Relation): boolean {
  return relation === 'on' || relation === 'above' || relation === 'in'
}

/** The samples that show both; asked for by every relation of two, to propose it and to prove it. */
const pairsOf = kept((member: Member) => ({
  with: kept((other: Member) =>
    member.samples.flatMap((a, i) => {
      const b = other.samples[i]
      return b && a.seen && b.seen && a.box && b.box && a.depth && b.depth ? [{ a, b }] : []
    }),
  ),
}))

function measure(member: Member, relation: Relation, other: Member, facts: Facts): Verdict {
  const pairs = pairsOf(member).with(other)
  if (pairs.length < 2)
    return { status: 'untestable', margin: 0, evidence: { together: pairs.length } }
  switch (relation) {
    case 'on': {
      // What lies on the ground is told of to bear it.
      const [begin = 0] = pairs.map(({ a }) => a.frame)
      if (restsOn(member, other, begin) && !standsUpon(member, other, begin, facts))
        return { status: 'untestable', margin: 0, evidence: { laid: true } }
      // Of what moves, all the time: a ball in a pocket is out of sight and off the table.
      const moves = (facts.motions.get(member.id) ?? []).length > 0
      const frames = moves ? member.samples.map((one) => one.frame) : pairs.map(({ a }) => a.frame)
      const share =
        frames.filter((frame) => restsOn(member, other, frame) && isHighOn(member, other, frame))
          .length / frames.length
      return grade(share, ON, { share: round(share) })
    }
    case 'in': {
      const held = pairs.filter(({ a }) => isIn(member, other, a.frame)).length / pairs.length
      // Of boxes in a heap none is in another.
      const roomy = Math.max(...member.size) < 0.8 * Math.max(...other.size)
      return roomy && HOLDERS.test(other.noun.en)
        ? grade(held, ON, { share: round(held) })
        : { status: 'untestable', margin: 0, evidence: { holder: false } }
    }
    case 'above': {
      const moves = (facts.motions.get(member.id) ?? []).length > 0
      const frames = (moves ? member.samples : pairs.map(({ a }) => a)).map((one) => one.frame)
      const over = frames.filter((n) => isAbove(member, other, n)).length / frames.length
      return grade(isBackdrop(other) ? 0.7 : over, ON, { share: round(over) })
    }
    case 'left of':
    case 'right of': {
      const gaps = pairs.map(
        ({ a, b }) => (relation === 'left of' ? b.x - a.x : a.x - b.x) / half(a, b),
      )
      const deep = median(
        pairs.map(({ a, b }) => Math.abs(depth(a) - depth(b)) / Math.min(depth(a), depth(b))),
      )
      const gap = Math.min(median(gaps), 2 * Math.min(...gaps) + 0.5)
      const side = grade(gap, SIDE, { gap: round(gap) })
      // Far off to one side in another depth is neither side to a viewer: not said, but not false.
      const near = near3(member, other, facts) && deep < 0.35
      return side.status === 'verified' && !near ? { ...side, status: 'untestable' } : side
    }
    case 'behind':
    case 'in front of': {
      const sign = relation === 'behind' ? 1 : -1
      // What reaches far into the picture has behind it only what is beyond its far end.
      const long = pairs.some(({ a, b }) => [a, b].some((one) => reachOf(one) > LONG))
      const [nearEnd, farEnd] = long ? ([0, 2] as const) : ([1, 1] as const)
      const far = median(
        pairs.map(({ a, b }) => {
          const [back, front] = sign > 0 ? [a, b] : [b, a]
          return (depth(back, nearEnd) - depth(front, farEnd)) / Math.min(depth(a), depth(b))
        }),
      )
      // Most of the time, however the camera goes.
      const shares = pairs.map(({ a, b }) => columns(a, b)).sort((p, q) => p - q)
      const shared = shares[Math.floor(0.25 * shares.length)] ?? Number.NaN
      return every(
        grade(far, DEPTH, { depth: round(far) }),
        grade(shared, { no: -0.5, yes: 0.3 }, { columns: round(shared) }),
      )
    }
    case 'next to': {
      const gap =
        gapAt(member, other, (pairs[0] as { a: Sample }).a.frame) /
        Math.min(Math.max(...member.size), Math.max(...other.size))
      return grade(gap, NEXT, { gap: round(gap) })
    }
  }
}

/** Whether it can be over the other nearly all the time: of what is not even in the first fifth of it, no more is asked. */
function mayBeOver(member: Member, other: Member, facts: Facts): boolean {
  const seat = seatOf(member, 0)
  if (seat && sitsOn(seat, other, 0)) return true
  const isStill = (one: Member) => one.parts.every(({ track }) => track.samples === 1)
  if (isStill(member) && isStill(other)) return isInside(member, other, 0)
  // Told by the samples that show both: which they are is not known yet.
  if ((facts.motions.get(member.id) ?? []).length === 0) return true
  const first = member.samples.slice(0, Math.ceil(member.samples.length / 5))
  return first.some(({ frame }) => isInside(member, other, frame))
}

/** Its middle is inside the other's outline and it is not lower: it rests on it, on something on it, or hangs over it. */
function isOver(member: Member, other: Member): boolean {
  return (
    restsOn(member, other, 0) ||
    isIn(member, other, 0) ||
    isAbove(member, other, 0) ||
    (isInside(member, other, 0) && member.bounds(0).min[1] >= other.bounds(0).max[1] - 0.02)
  )
}

function isAbove(member: Member, other: Member, frame: number): boolean {
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  return (
    isInside(member, other, frame) &&
    a.min[1] - b.max[1] > 0.1 * Math.min(member.size[1], other.size[1])
  )
}

/** A lantern on a tent's floor is in the tent, not on it: the foot must be in the upper two thirds of what carries. */
function isHighOn(member: Member, other: Member, frame: number): boolean {
  if (seatOf(member, frame)) return true
  const [foot, { min, max }] = [member.bounds(frame).min[1], other.bounds(frame)]
  return (
    other.kind === 'ground' || max[1] - min[1] < 0.15 || foot - min[1] >= 0.35 * (max[1] - min[1])
  )
}

/** Share of its height that what is in something reaches below the brim. */
const DIPS = 0.1

function isIn(member: Member, other: Member, frame: number): boolean {
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  return (
    isInside(member, other, frame) &&
    a.min[1] > b.min[1] &&
    // On a lid its foot is at the brim.
    a.min[1] < b.max[1] - DIPS * member.size[1] &&
    Math.max(...member.size) < Math.max(...other.size)
  )
}

function isInside(member: Member, other: Member, frame: number): boolean {
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  const [x, z] = [(a.min[0] + a.max[0]) / 2, (a.min[2] + a.max[2]) / 2]
  return x >= b.min[0] && x <= b.max[0] && z >= b.min[2] && z <= b.max[2]
}

function half(a: Sample, b: Sample): number {
  const width = ({ box }: Sample) => (box ? box[2] - box[0] : 0)
  return Math.max(0.02, (width(a) + width(b)) / 2)
}

function depth(sample: Sample, quantile: 0 | 1 | 2 = 1): number {
  return sample.depth?.[quantile] ?? Number.NaN
}

/** Depth of its far end over that of its near end. */
function reachOf({ depth: d }: Sample): number {
  return d ? d[2] / d[0] : 1
}

/** Columns of the picture that both boxes cover, over those of the narrower. */
function columns({ box: a }: Sample, { box: b }: Sample): number {
  if (!a || !b) return 0
  return (Math.min(a[2], b[2]) - Math.max(a[0], b[0])) / Math.min(a[2] - a[0], b[2] - b[0])
}

function near3(member: Member, other: Member, { shot }: Facts): boolean {
  const size = Math.max(...member.size, ...other.size, shot.distance * 0.05)
  return gapAt(member, other, 0) <= 2.5 * size
}
