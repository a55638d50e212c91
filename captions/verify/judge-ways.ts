import { angleToLongWay, longWayOf } from '../facts/long-way.ts'
import type { Member, Sample } from '../facts/member.ts'
import { length, subtract, type Vec3 } from '../geometry.ts'
import { courseOf } from './course.ts'
import { apartAt, nearestAt } from './distances.ts'
import { rounded } from './judge-motion.ts'
import { together } from './judge-things.ts'
import { between, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'
import { isUpon } from './upon.ts'

/** Seconds of a motion of which a share is asked for, at most. */
const LONG = 2

/** Share of its motion in which it stands on the other. */
export function goesOver(
  member: Member,
  other: Member,
  how: 'across' | 'along' | 'down' | 'up',
  truth: Truth,
): Judgement {
  const { span, net } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const frames = Array.from({ length: span[1] - span[0] + 1 }, (_, n) => span[0] + n)
  const near = frames.filter((frame) => isUpon(member, other, frame))
  // What rolls on for long after a ramp has been down the ramp all the same.
  const moving = Math.min(frames.length, LONG * truth.fps)
  const on =
    other.class === 'room'
      ? inside(member, other, frames)
      : between(near.length / moving, 0.03, 0.1, { on: rounded(near.length / moving) })
  if (on.status !== 'verified') return on
  const long = longWayOf(other)
  const degrees = angleToLongWay(long, net)
  const evidence = { ratio: rounded(long.ratio), degrees: rounded(degrees) }
  // What is much longer than wide is gone along or across, never both.
  if (how === 'across') return long.ratio < 3 ? on : worst([on, between(degrees, 25, 35, evidence)])
  if (how === 'down' || how === 'up') {
    const [first, last] = [near[0] ?? 0, near.at(-1) ?? 0]
    const drop =
      (member.bounds(first).min[1] - member.bounds(last).min[1]) * (how === 'down' ? 1 : -1)
    return between(drop / Math.max(...member.size), 0.05, 0.2, { drop: rounded(drop) })
  }
  return worst([on, between(long.ratio, 1.5, 2.5, evidence), between(-degrees, -40, -30, evidence)])
}

/** Crosses it on the screen on that side; with no side given, crosses it at all. */
export function goesPast(
  member: Member,
  side: 'behind' | 'in front of' | null,
  other: Member,
  truth: Truth,
): Judgement {
  const { span, middles } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  // Who is passed by another has passed nobody.
  const goes = (from: number, to: number) =>
    length(subtract(middles[to] as Vec3, middles[from] as Vec3)) > 0.03 * Math.max(...member.size)
  const pairs = together(member, other)
  for (let i = 1; i < pairs.length; i++) {
    const [p, q] = [pairs[i - 1], pairs[i]] as [{ a: Sample; b: Sample }, { a: Sample; b: Sample }]
    if ((p.a.x - p.b.x) * (q.a.x - q.b.x) > 0 || !goes(p.a.frame, q.a.frame)) continue
    const gap = (deep(q.a) - deep(q.b)) / Math.min(deep(q.a), deep(q.b))
    const frames: [number, number] = [p.a.frame, q.a.frame]
    if (!side) return { ...TRUE({ depth: rounded(gap) }), frames }
    return { ...between(side === 'behind' ? gap : -gap, 0, 0.04, { depth: rounded(gap) }), frames }
  }
  return REFUTED({ crosses: false })
}

/** Touches it at the moment it sets off, and got nearer to it in the frames before. */
export function collides(member: Member, other: Member, truth: Truth): Judgement {
  const [mine, theirs] = [courseOf(member, truth).span, courseOf(other, truth).span]
  if (!mine || !theirs || mine[0] >= theirs[0]) return REFUTED({ moves: false })
  const earlier = Math.max(0, theirs[0] - Math.round(truth.fps / 5))
  const before = apartAt(member, other, earlier)
  // What is quick is there and gone between two frames.
  const about = [-2, -1, 0, 1, 2].map((n) => {
    const frame = Math.max(0, Math.min(truth.frames - 1, theirs[0] + n))
    return nearestAt(member, other, frame)
  })
  const nearest = Math.min(...about)
  const gap = nearest / Math.min(Math.max(...member.size), Math.max(...other.size))
  const evidence = { gap: rounded(gap), before: rounded(before) }
  const touched = between(gap, 0.6, 0.15, evidence)
  return {
    ...(before > nearest ? touched : REFUTED(evidence)),
    frames: [theirs[0] - 1, theirs[0] + 1],
  }
}

/** Out of the picture at one end of the clip, at that edge next to it. */
export function crossesEdge(
  member: Member,
  what: 'enter' | 'leave',
  side: string,
  truth: Truth,
): Judgement {
  const samples = what === 'enter' ? member.samples : [...member.samples].reverse()
  const first = samples.findIndex(({ box }) => box !== null)
  const box = samples[first]?.box
  if (first < 1 || !box) return REFUTED({ out: false })
  const gaps: Record<string, number> = {
    left: box[0],
    top: box[1],
    right: 1 - box[2],
    bottom: 1 - box[3],
  }
  const frame = samples[first]?.frame ?? 0
  return {
    ...between(gaps[side] ?? 1, 0.2, 0.06, { gap: rounded(gaps[side] ?? 1), size: truth.frames }),
    frames: [Math.max(0, frame - 3), frame + 3],
  }
}

function inside(member: Member, other: Member, frames: number[]): Judgement {
  const all = frames.every((frame) =>
    [0, 2].every(
      (k) =>
        member.bounds(frame).min[k as 0] >= other.bounds(frame).min[k as 0] &&
        member.bounds(frame).max[k as 0] <= other.bounds(frame).max[k as 0],
    ),
  )
  return all ? TRUE({ inside: true }) : REFUTED({ inside: false })
}

function deep(sample: Sample): number {
  return sample.depth?.[1] ?? Number.NaN
}
