import type { Member, Sample } from '../facts/member.ts'
import { crestOver } from '../facts/terrain.ts'
import { median } from '../geometry.ts'
import { courseOf } from './course.ts'
import { middleOf } from './distances.ts'
import { rounded } from './judge-motion.ts'
import { together } from './judge-things.ts'
import {
  best,
  between,
  once,
  OPEN,
  REFUTED,
  TRUE,
  worst,
  type Judgement,
  type Truth,
} from './truth.ts'
import { isUpon } from './upon.ts'

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
          own.min[1] < its.max[1] - 0.05 * member.size[1] &&
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
    case 'under':
      return best([isPlaced(other, 'above', member, truth), isPlaced(other, 'on', member, truth)])
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

/** On the picture it is between the two, and in the world not far off the line from one to the other. */
export function isBetween(member: Member, others: Member[], truth: Truth): Judgement {
  const [one, two] = others
  if (!one || !two || others.length !== 2) return REFUTED({ others: others.length })
  if (others.includes(member)) return REFUTED({ same: true })
  const sides = (['left of', 'right of'] as const).map((side) =>
    worst([isPlaced(one, side, member, truth), isPlaced(member, side, two, truth)]),
  )
  const [p, a, b] = [member, one, two].map(({ bounds }) => {
    const { min, max } = bounds(0)
    return [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2] as const
  }) as [readonly [number, number], readonly [number, number], readonly [number, number]]
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  const off = Math.abs((p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0])) / long
  return worst([best(sides), between(off / long, 0.9, 0.5, { off: rounded(off / long) })])
}

/** By how much of its way it gets nearer to the other, or farther from it. */
export function nears(
  member: Member,
  how: 'approach' | 'withdraw',
  other: Member,
  truth: Truth,
): Judgement {
  const { span, path } = courseOf(member, truth)
  if (!span || path === 0 || member.id === other.id) return REFUTED({ moves: span !== null })
  const apart = (frame: number) => {
    const [a, b] = [middleOf(member, frame), middleOf(other, frame)]
    return Math.hypot(a[0] - b[0], a[2] - b[2])
  }
  const gained = (apart(span[0]) - apart(span[1])) / path
  return {
    ...between(how === 'approach' ? gained : -gained, 0.15, 0.4, { gained: rounded(gained) }),
    frames: span,
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

/** Some on the left of the picture, some on the right. */
export function areOnBothSides(members: Member[], truth: Truth): Judgement {
  const sides = members.map((member) =>
    ['left', 'right'].find((side) => isFramed(member, side, truth).status === 'verified'),
  )
  const evidence = { sides: sides.join(' ') }
  return sides.every(Boolean) && new Set(sides).size === 2 ? TRUE(evidence) : REFUTED(evidence)
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
