import type { Vec3 } from '../schema/values.ts'

/** A smooth line sampled densely enough that its length is right to about 1e-4. */
export interface Line {
  /** Metres. */
  length: number
  /** Point and unit direction at a distance along the line, clamped to its ends (wrapped when closed). */
  at(distance: number): { point: Vec3; direction: Vec3 }
}

const STEPS = 64

/**
 * Centripetal Catmull-Rom through the points (Barry & Goldman 1988, alpha 0.5: no cusps, no loops),
 * followed by arc length.
 */
export function smoothLine(points: Vec3[], closed: boolean): Line {
  const dense = closed ? sampleClosed(points) : sampleOpen(points)
  const lengths = [0]
  for (let i = 1; i < dense.length; i++)
    lengths.push((lengths[i - 1] as number) + distance(dense[i - 1] as Vec3, dense[i] as Vec3))
  const length = lengths.at(-1) as number
  return {
    length,
    at(wanted) {
      const d = closed
        ? ((wanted % length) + length) % length
        : Math.min(Math.max(wanted, 0), length)
      let low = 0
      let high = dense.length - 2
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((lengths[middle] as number) <= d) low = middle
        else high = middle - 1
      }
      const a = dense[low] as Vec3
      const b = dense[low + 1] as Vec3
      const span = (lengths[low + 1] as number) - (lengths[low] as number) || 1
      const share = (d - (lengths[low] as number)) / span
      return {
        point: [0, 1, 2].map(
          (k) => (a[k] as number) + ((b[k] as number) - (a[k] as number)) * share,
        ) as Vec3,
        direction: [0, 1, 2].map((k) => ((b[k] as number) - (a[k] as number)) / span) as Vec3,
      }
    },
  }
}

function sampleOpen(points: Vec3[]): Vec3[] {
  const first = mirror(points[1] as Vec3, points[0] as Vec3)
  const last = mirror(points.at(-2) as Vec3, points.at(-1) as Vec3)
  return sample([first, ...points, last])
}

function sampleClosed(points: Vec3[]): Vec3[] {
  return sample([points.at(-1) as Vec3, ...points, points[0] as Vec3, points[1] as Vec3])
}

function sample(guides: Vec3[]): Vec3[] {
  const line: Vec3[] = [guides[1] as Vec3]
  for (let i = 1; i + 2 < guides.length; i++)
    for (let step = 1; step <= STEPS; step++)
      line.push(segment(guides.slice(i - 1, i + 3) as [Vec3, Vec3, Vec3, Vec3], step / STEPS))
  return line.filter((p, i) => i === 0 || distance(p, line[i - 1] as Vec3) > 1e-9)
}

function segment([p0, p1, p2, p3]: [Vec3, Vec3, Vec3, Vec3], share: number): Vec3 {
  const t1 = Math.sqrt(distance(p0, p1)) || 1e-6
  const t2 = t1 + (Math.sqrt(distance(p1, p2)) || 1e-6)
  const t3 = t2 + (Math.sqrt(distance(p2, p3)) || 1e-6)
  const t = t1 + (t2 - t1) * share
  const a1 = mix(p0, p1, t / t1)
  const a2 = mix(p1, p2, (t - t1) / (t2 - t1))
  const a3 = mix(p2, p3, (t - t2) / (t3 - t2))
  return mix(mix(a1, a2, t / t2), mix(a2, a3, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1))
}

function mix(a: Vec3, b: Vec3, share: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
}

function mirror(a: Vec3, about: Vec3): Vec3 {
  return [2 * about[0] - a[0], 2 * about[1] - a[1], 2 * about[2] - a[2]]
}

function distance(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
