import type { Member } from '../facts/member.ts'
import { subtract, times, type Vec3 } from '../geometry.ts'

export function middleOf(member: Member, frame: number): Vec3 {
  const { min, max } = member.bounds(frame)
  return [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2]
}

export function gapAt(a: Member, b: Member, frame: number): number {
  const [p, q] = [a.bounds(frame), b.bounds(frame)]
  return Math.hypot(
    ...([0, 1, 2] as const).map((k) => Math.max(0, p.min[k] - q.max[k], q.min[k] - p.max[k])),
  )
}

/** Of a frame's step, that two are followed on: fifths of it. */
const FIFTHS = [0, 0.2, 0.4, 0.6, 0.8, 1]

/**
 * Metres between their boxes at a frame, or on the way to the next one if both went on as they came: what is quick
 * touches between two frames. Negative where they overlap.
 */
export function nearestAt(a: Member, b: Member, frame: number): number {
  const came = (one: Member) =>
    subtract(middleOf(one, frame), middleOf(one, Math.max(0, frame - 1)))
  const way = subtract(came(a), came(b))
  return Math.min(...FIFTHS.map((part) => apartAt(a, b, frame, times(way, part))))
}

/** Metres between their boxes along the axis on which they are farthest apart; negative where they overlap. */
export function apartAt(a: Member, b: Member, frame: number, moved: Vec3 = [0, 0, 0]): number {
  const [p, q] = [a.bounds(frame), b.bounds(frame)]
  return Math.max(
    ...([0, 1, 2] as const).map((k) =>
      Math.max(p.min[k] + moved[k] - q.max[k], q.min[k] - p.max[k] - moved[k]),
    ),
  )
}
