import type { Member } from '../facts/member.ts'
import { length, subtract, type Vec3 } from '../geometry.ts'
import { amountRange } from './amounts.ts'
import { courseOf } from './course.ts'
import { rounded } from './judge-motion.ts'
import { hasColor } from './judge-things.ts'
import { collides } from './judge-ways.ts'
import { best, between, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'
import type { ColorWord } from '../words/colors.ts'
import { isUpon } from './upon.ts'

/** Is it in that third of the picture when the clip begins (0) or ends (-1)? */
export function isFramedAt({ samples }: Member, at: 0 | -1, where: string): Judgement {
  const box = samples.at(at)?.box
  if (!box) return OPEN({ seen: false })
  const x = (box[0] + box[2]) / 2
  const evidence = { x: rounded(x) }
  if (where === 'center') return between(Math.abs(x - 0.5), 0.21, 0.12, evidence)
  return between(where === 'left' ? x : 1 - x, 0.48, 0.38, evidence)
}

/** Where it is from the other at the end. */
export function endsAt(member: Member, relation: string, other: Member, truth: Truth): Judgement {
  if (member.id === other.id) return REFUTED({ same: true })
  switch (relation) {
    case 'on':
      return endsUpon(member, other, truth)
    case 'left of':
    case 'right of':
      return isBeside(member, relation, other, -1)
    default:
      return endsAbout(member, relation, other, truth)
  }
}

/** Next to it, in it, before or behind it in the last frame. */
function endsAbout(member: Member, relation: string, other: Member, truth: Truth): Judgement {
  const last = truth.frames - 1
  const [own, its] = [member.bounds(last), other.bounds(last)]
  const apart = Math.hypot(
    ...([0, 2] as const).map((k) => Math.max(0, own.min[k] - its.max[k], its.min[k] - own.max[k])),
  )
  if (relation === 'next to')
    return between(apart / Math.max(...member.size, ...other.size), 1.8, 0.8, {
      apart: rounded(apart),
    })
  if (relation === 'in') {
    const middle = ([0, 1, 2] as const).map((k) => (own.min[k] + own.max[k]) / 2)
    const inside = ([0, 2] as const).every(
      (k) => (middle[k] ?? 0) > its.min[k] && (middle[k] ?? 0) < its.max[k],
    )
    return inside && own.min[1] < its.max[1] ? TRUE({ inside }) : REFUTED({ inside })
  }
  const [a, b] = [member, other].map(({ samples }) => samples.at(-1)?.depth?.[1])
  if (!a || !b) return OPEN({ seen: false })
  return between(relation === 'behind' ? a / b - 1 : 1 - a / b, 0, 0.04, { depth: rounded(a / b) })
}

/** To one side of it when the clip begins (0) or ends (-1). */
export function isBeside(member: Member, side: string, other: Member, at: 0 | -1): Judgement {
  const [a, b] = [member, other].map(({ samples }) => samples.at(at)?.box)
  if (!a || !b) return OPEN({ seen: false })
  const gap = (b[0] + b[2] - a[0] - a[2]) / (b[2] - b[0] + a[2] - a[0] || 1)
  const apart = side === 'left of' ? gap : -gap
  return between(apart, 0.15, 0.65, { apart: rounded(apart) })
}

/** It lies on the other and moves no more. */
function endsUpon(member: Member, other: Member, truth: Truth): Judgement {
  const last = truth.frames - 1
  const before = Math.max(0, last - Math.ceil(truth.fps / 5))
  const [a, b] = [middle(member, before), middle(member, last)]
  const gone = length(subtract(b, a)) / Math.max(...member.size)
  const evidence = { gone: rounded(gone) }
  if (isUpon(member, other, last)) return between(gone, 0.4, 0.08, evidence)
  const [own, its] = [member.bounds(last), other.bounds(last)]
  const above = own.min[1] - its.max[1]
  const beside = ([0, 2] as const).some((k) => own.min[k] > its.max[k] || own.max[k] < its.min[k])
  return above > 0.6 * member.size[1] || beside || own.max[1] < its.min[1]
    ? REFUTED({ ...evidence, beside })
    : OPEN(evidence)
}

/** Off by a quarter is still about as long. */
export function goesOn(member: Member, seconds: string, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const [low] = amountRange(seconds, 0) ?? [Number.NaN]
  const real = (span[1] - span[0]) / truth.fps
  return between(Math.abs(real - low) / low, 0.45, 0.25, { seconds: rounded(real) })
}

/** It moves before a frame and after it. */
export function goesOnAfter(member: Member, frame: number, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const after = (span[1] - frame) / truth.fps
  return { ...between(after, 0.05, 0.3, { after: rounded(after) }), frames: span }
}

/** Each has one of the colours, and each of the colours is there. */
export function areColored(members: Member[], colors: string[]): Judgement {
  const fit = members.map((member) => colors.map((color) => hasColor(member, color as ColorWord)))
  const named = fit.map((own) => best(own))
  const there = colors.map((_, i) => best(fit.map((own) => own[i] as Judgement)))
  return worst([TRUE({ colors: colors.join(' ') }), ...named, ...there])
}

/** Each of the colours is that of some of them. */
export function includeColored(members: Member[], colors: string[]): Judgement {
  return worst(
    colors.map((color) => best(members.map((member) => hasColor(member, color as ColorWord)))),
  )
}

/** By their heights in the world, and as far as all of both is seen. */
export function isTaller(member: Member, other: Member): Judgement {
  const ratio = member.size[1] / other.size[1]
  return between(ratio, 1.02, 1.2, { ratio: rounded(ratio) })
}

function middle(member: Member, frame: number): Vec3 {
  const { min, max } = member.bounds(frame)
  return [0, 1, 2].map((k) => ((min[k as 0] ?? 0) + (max[k as 0] ?? 0)) / 2) as unknown as Vec3
}

/** It lies on the other in the first frame, and does not move yet. */
export function startsUpon(member: Member, other: Member, truth: Truth): Judgement {
  if (member.id === other.id) return REFUTED({ same: true })
  const { span, net } = courseOf(member, truth)
  const evidence = { sets_off: span?.[0] ?? null }
  // What turns or waves in its place is there all the same.
  const goes = span?.[0] === 0 && length(net) > 0.2 * Math.max(...member.size)
  if (isUpon(member, other, 0)) return goes ? OPEN(evidence) : TRUE(evidence)
  const [own, its] = [member.bounds(0), other.bounds(0)]
  const beside = ([0, 2] as const).some((k) => own.min[k] > its.max[k] || own.max[k] < its.min[k])
  return beside || own.min[1] > its.max[1] + 0.5 * member.size[1]
    ? REFUTED({ beside })
    : OPEN(evidence)
}

/** When it first touches one of them that then sets off. */
export function strikesAt(
  member: Member,
  others: Member[],
  seconds: string,
  truth: Truth,
): Judgement {
  const blows = others
    .filter((other) => other.id !== member.id)
    .map((other) => collides(member, other, truth))
    .filter(({ status }) => status === 'verified')
    .flatMap(({ frames }) => (frames ? [frames[0] + 1] : []))
  if (blows.length === 0) return OPEN({ blows: 0 })
  const [wanted] = amountRange(seconds, 0) ?? [Number.NaN]
  const at = Math.min(...blows) / truth.fps
  return between(Math.abs(at - wanted), 0.65, 0.4, { at: rounded(at) })
}

/** When what was judged is over. */
export function comesAt({ frames, status }: Judgement, seconds: string, { fps }: Truth): Judgement {
  if (!frames) return status === 'refuted' ? REFUTED({ at: null }) : OPEN({ at: null })
  const [wanted] = amountRange(seconds, 0) ?? [Number.NaN]
  const at = (frames[0] + frames[1]) / 2 / fps
  return { ...between(Math.abs(at - wanted), 0.65, 0.4, { at: rounded(at) }), frames }
}
