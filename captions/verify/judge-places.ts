import { poseAtFrame } from '#scenes'
import { extentOf } from '../facts/extent.ts'
import type { Member, Sample } from '../facts/member.ts'
import { crestOver } from '../facts/terrain.ts'
import { add, median, multiply, place, rotate, times } from '../geometry.ts'
import { courseOf } from './course.ts'
import { rounded } from './judge-motion.ts'
import { apartAt, nearestAt } from './judge-falls.ts'
import { together } from './judge-things.ts'
import { between, once, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/** Is the one so to the other? */
export function isPlaced(member: Member, relation: string, other: Member, truth: Truth): Judgement {
  if (member.id === other.id) return REFUTED({ same: true })
  // Whoever fits the words is tried with whoever fits the others.
  return once(truth, `${member.id} ${relation} ${other.id}`, () =>
    placed(member, relation, other, truth),
  )
}

function placed(member: Member, relation: string, other: Member, truth: Truth): Judgement {
  const pairs = together(member, other)
  if (pairs.length === 0) return REFUTED({ together: 0 })
  const depth = median(pairs.map(({ a, b }) => deep(a) / deep(b)))
  switch (relation) {
    case 'on':
      return worst([
        touches(
          member,
          other,
          pairs.map(({ a }) => a.frame),
        ),
      ])
    case 'in': {
      const inside = pairs.filter(({ a }) => {
        const [own, its] = [member.bounds(a.frame), other.bounds(a.frame)]
        const middle = ([0, 1, 2] as const).map((k) => (own.min[k] + own.max[k]) / 2)
        return (
          own.min[1] < its.max[1] &&
          own.min[1] >= its.min[1] - 0.01 &&
          [0, 2].every(
            (k) => (middle[k] ?? 0) > its.min[k as 0] && (middle[k] ?? 0) < its.max[k as 0],
          )
        )
      })
      return between(inside.length / pairs.length, 0.2, 0.8, {
        inside: rounded(inside.length / pairs.length),
      })
    }
    case 'above': {
      const gap = Math.min(
        ...pairs.map(({ a }) => member.bounds(a.frame).min[1] - other.bounds(a.frame).max[1]),
      )
      return worst([overlapsFromAbove(member, other), between(gap, 0, 0.02, { gap: rounded(gap) })])
    }
    case 'left of':
    case 'right of': {
      const sign = relation === 'left of' ? 1 : -1
      const gap = median(
        pairs.map(({ a, b }) => (sign * (b.x - a.x)) / (0.5 * (wide(a) + wide(b)) || 1)),
      )
      return between(gap, 0.1, 0.7, { gap: rounded(gap) })
    }
    case 'behind':
      return between(depth - 1, 0, 0.05, { depth: rounded(depth) })
    case 'in front of':
      return between(1 - depth, 0, 0.03, { depth: rounded(depth) })
    case 'next to': {
      const [a, b] = [member.bounds(0), other.bounds(0)]
      const apart = Math.hypot(
        ...([0, 2] as const).map((k) => Math.max(0, a.min[k] - b.max[k], b.min[k] - a.max[k])),
      )
      return between(apart / Math.max(...member.size, ...other.size), 2.2, 0.9, {
        apart: rounded(apart),
      })
    }
    default:
      return OPEN({ relation, frames: truth.frames })
  }
}

/** Some to the left of it, some to the right. */
export function flank(members: Member[], other: Member, truth: Truth): Judgement {
  const sides = members.map((member) =>
    ['left of', 'right of'].find(
      (side) => isPlaced(member, side, other, truth).status === 'verified',
    ),
  )
  return sides.every(Boolean) && new Set(sides).size === 2
    ? TRUE({ sides: sides.join(' ') })
    : REFUTED({ sides: sides.join(' ') })
}

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
  if (how === 'across' || on.status !== 'verified') return on
  if (how === 'down' || how === 'up') {
    const [first, last] = [near[0] ?? 0, near.at(-1) ?? 0]
    const drop =
      (member.bounds(first).min[1] - member.bounds(last).min[1]) * (how === 'down' ? 1 : -1)
    return between(drop / Math.max(...member.size), 0.05, 0.2, { drop: rounded(drop) })
  }
  const [x, z] = [other.size[0], other.size[2]]
  const long = x > z ? Math.abs(net[0]) > Math.abs(net[2]) : Math.abs(net[2]) > Math.abs(net[0])
  return worst([
    on,
    long
      ? between(Math.max(x, z) / Math.min(x, z), 1.5, 2.5, { ratio: rounded(x / z) })
      : REFUTED({ along: false }),
  ])
}

/** Crosses it on the screen on that side; with no side given, crosses it at all. */
export function goesPast(
  member: Member,
  side: 'behind' | 'in front of' | null,
  other: Member,
  truth: Truth,
): Judgement {
  if (!courseOf(member, truth).span && !courseOf(other, truth).span)
    return REFUTED({ moves: false })
  const pairs = together(member, other)
  for (let i = 1; i < pairs.length; i++) {
    const [p, q] = [pairs[i - 1], pairs[i]] as [{ a: Sample; b: Sample }, { a: Sample; b: Sample }]
    if ((p.a.x - p.b.x) * (q.a.x - q.b.x) > 0) continue
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

export function isFramed(member: Member, where: string, truth: Truth): Judgement {
  const seen = member.samples.filter((sample) => sample.seen && sample.box)
  if (seen.length === 0) return REFUTED({ seen: 0 })
  if (where === 'anywhere') return TRUE({ seen: seen.length })
  // All the while that there is a pixel of it: where it is half of the time is no place of its own.
  const xs = member.samples.flatMap(({ box, x }) => (box ? [x] : []))
  const [low, high] = [Math.min(...xs), Math.max(...xs)]
  const across = { from: rounded(low), to: rounded(high) }
  if (where === 'left') return between(high, 0.5, 0.38, across)
  if (where === 'right') return between(low, 0.5, 0.62, across)
  if (where === 'center') {
    const width = median(seen.map(wide))
    return worst([
      between(Math.max(0.5 - low, high - 0.5), 0.2, 0.12, across),
      between(Math.abs(median(seen.map(({ y }) => y)) - 0.5), 0.36, 0.24, across),
      between(width, 1.01, 0.66, { width: rounded(width) }),
    ])
  }
  // Nearer or farther than the moving thing that fills most of the picture, else than the median thing.
  const own = median(depthsOf(member))
  const things = truth.seen.filter(
    (one) =>
      !['ground', 'road', 'wall', 'room', 'water'].includes(one.class) && one.id !== member.id,
  )
  const movers = things.filter((one) => courseOf(one, truth).span !== null)
  const depths = (movers.length > 0 ? movers : things)
    .map((one) => median(depthsOf(one)))
    .filter((depth) => !Number.isNaN(depth))
  if (Number.isNaN(own)) return OPEN({ deep: false })
  const farther = depths.filter((depth) => depth < own * 0.98).length / Math.max(1, depths.length)
  return where === 'background'
    ? between(farther, 0, 0.3, { farther: rounded(farther) })
    : between(farther, 1, 0.7, { farther: rounded(farther) })
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

function touches(member: Member, other: Member, frames: number[]): Judgement {
  const on = frames.filter((frame) => {
    // The cushions of a table reach higher than what lies on it.
    if (isUpon(member, other, frame)) return true
    const [a, b] = [member.bounds(frame), other.bounds(frame)]
    const [x, z] = [(a.min[0] + a.max[0]) / 2, (a.min[2] + a.max[2]) / 2]
    const top = other.kind === 'ground' ? crestOver(other, [x, a.min[1], z], frame) : b.max[1]
    const [gap, slack] = [a.min[1] - top, 0.03 + 0.1 * (a.max[1] - a.min[1])]
    return (
      x >= b.min[0] &&
      x <= b.max[0] &&
      z >= b.min[2] &&
      z <= b.max[2] &&
      gap <= slack &&
      (gap >= -slack || (other.kind === 'ground' && a.min[1] >= b.min[1] - slack))
    )
  })
  return between(on.length / frames.length, 0.2, 0.55, { on: rounded(on.length / frames.length) })
}

/** From the first to the last frame in which it is on the other. */
export function timeUpon(
  member: Member,
  other: Member,
  truth: Truth,
): [number, number] | undefined {
  const frames = Array.from({ length: truth.frames }, (_, n) => n).filter((n) => {
    const { span } = courseOf(member, truth)
    return span && n >= span[0] && isUpon(member, other, n)
  })
  const [first, last] = [frames[0], frames.at(-1)]
  return first === undefined || last === undefined || last - first < 2 ? undefined : [first, last]
}

/** Its foot is over the other and within a third of its own height of some solid of it, sloping or level. */
function isUpon(member: Member, other: Member, frame: number): boolean {
  const { min, max } = member.bounds(frame)
  const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
  const whole = other.bounds(frame)
  if (x < whole.min[0] || x > whole.max[0] || z < whole.min[2] || z > whole.max[2]) return false
  if (other.kind === 'ground')
    return min[1] <= crestOver(other, [x, min[1], z], frame) + 0.05 + 0.1 * (max[1] - min[1])
  return other.parts.some(({ solids, track }) => {
    const pose = poseAtFrame(track, frame)
    return solids.some((solid) => {
      const { min: low, max: high } = extentOf(solid, pose)
      if (x < low[0] || x > high[0] || z < low[2] || z > high[2]) return false
      // Straight down from the foot to the solid's upper face, through the plane of that face.
      const up = rotate([0, 1, 0], multiply(pose.rotation, solid.turn))
      const face = add(place(solid.middle, pose), times(up, solid.half[1] * pose.scale))
      const height =
        Math.abs(up[1]) > 0.3
          ? face[1] - (up[0] * (x - face[0]) + up[2] * (z - face[2])) / up[1]
          : high[1]
      return Math.abs(min[1] - height) <= 0.03 + 0.15 * (max[1] - min[1])
    })
  })
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

function overlapsFromAbove(member: Member, other: Member): Judgement {
  const [a, b] = [member.bounds(0), other.bounds(0)]
  const over = ([0, 2] as const).every((k) => a.min[k] < b.max[k] && b.min[k] < a.max[k])
  return over ? TRUE({ over }) : REFUTED({ over })
}

/** Where it is seen; in a part of a picture not every one is known. */
function depthsOf({ samples }: Member): number[] {
  return samples.filter(({ seen, depth }) => seen && depth).map(deep)
}

function deep(sample: Sample): number {
  return sample.depth?.[1] ?? Number.NaN
}

function wide({ box }: Sample): number {
  return box ? box[2] - box[0] : 0
}
