import type { Member } from '../facts/member.ts'
import { dot, subtract, unit, type Vec3 } from '../geometry.ts'
import { courseOf } from './course.ts'
import { between, OPEN, REFUTED, worst, type Judgement, type Truth } from './truth.ts'

/**
 * Goes round and round: its heading, seen from above, turns by a whole round in one sense in the take, and so do
 * the places that its pixels mark, which see every eighth of a second what the take has at every frame.
 */
export function circles(member: Member, truth: Truth): Judgement {
  const { span, middles } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const played = turningOf(middles.slice(span[0], span[1] + 1))
  const spots = member.samples.flatMap(({ seen, spot, frame }) =>
    seen && spot && frame >= span[0] && frame <= span[1] ? [spot] : [],
  )
  if (spots.length < 6) return OPEN({ seen: spots.length })
  const [x, z] = ([0, 2] as const).map(
    (k) => spots.reduce((sum, spot) => sum + spot[k], 0) / spots.length,
  )
  const quarters = new Set(
    spots.map((spot) => `${spot[0] > (x as number)} ${spot[2] > (z as number)}`),
  ).size
  const evidence = { turned: Math.round(played), quarters }
  return {
    ...worst([between(played, 200, 300, evidence), between(quarters, 2, 4, evidence)]),
    frames: span,
  }
}

/** Degrees by which the level heading turns, one sense against the other. */
function turningOf(places: Vec3[]): number {
  const ways = places
    .slice(1)
    .map((place, n) => subtract(place, places[n] as Vec3))
    .filter((way) => Math.hypot(way[0], way[2]) > 1e-6)
    .map(([a, , b]) => unit([a, 0, b]))
  const turned = ways.slice(1).reduce((sum, way, n) => {
    const last = ways[n] as Vec3
    return sum + Math.atan2(last[0] * way[2] - last[2] * way[0], dot(last, way))
  }, 0)
  return Math.abs(turned) * (180 / Math.PI)
}
