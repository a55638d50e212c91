import { wrapped, type Vec3 } from '../geometry.ts'

/**
 * Degrees, at least 0, that a way goes round the middle of its box, seen from above; 0 when it comes
 * nearer to that middle than 0.3 of its farthest place, as a way to and fro does.
 */
export function windingOf(places: Vec3[]): number {
  const [x, z] = ([0, 2] as const).map((k) => {
    const values = places.map((place) => place[k])
    return (Math.min(...values) + Math.max(...values)) / 2
  }) as [number, number]
  const arms = places.map((place) => [place[0] - x, place[2] - z] as const)
  const reach = arms.map(([a, b]) => Math.hypot(a, b))
  if (Math.min(...reach) < 0.3 * Math.max(...reach)) return 0
  const angles = arms.map(([a, b]) => (Math.atan2(b, a) * 180) / Math.PI)
  return Math.abs(
    angles.slice(1).reduce((sum, angle, n) => sum + wrapped(angle - (angles[n] as number)), 0),
  )
}
