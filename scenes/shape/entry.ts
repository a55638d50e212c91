import type { Vec3 } from '../schema/values.ts'
import type { Bounds } from './bounds.ts'

/** Where a line is inside something, in lengths of its way; what enters before 0 begins inside or behind. */
export interface Entry {
  enters: number
  leaves: number
}

/** Undefined where the line misses the box or leaves it before it begins. */
export function boxEntry({ min, max }: Bounds, from: Vec3, way: Vec3): Entry | undefined {
  let [enters, leaves] = [-Infinity, Infinity]
  for (const k of [0, 1, 2] as const) {
    if (Math.abs(way[k]) < 1e-12) {
      if (from[k] < min[k] || from[k] > max[k]) return undefined
      continue
    }
    const [a, b] = [(min[k] - from[k]) / way[k], (max[k] - from[k]) / way[k]]
    enters = Math.max(enters, Math.min(a, b))
    leaves = Math.min(leaves, Math.max(a, b))
  }
  return leaves < Math.max(enters, 0) ? undefined : { enters, leaves }
}

/** As for the box, of the ellipsoid that fills it. */
export function ballEntry({ min, max }: Bounds, from: Vec3, way: Vec3): Entry | undefined {
  let [aa, ab, bb] = [0, 0, 0]
  for (const k of [0, 1, 2] as const) {
    const half = (max[k] - min[k]) / 2
    const [o, d] = [(from[k] - (min[k] + max[k]) / 2) / half, way[k] / half]
    aa += d * d
    ab += d * o
    bb += o * o
  }
  const under = ab * ab - aa * (bb - 1)
  if (under < 0) return undefined
  const root = Math.sqrt(under)
  const [enters, leaves] = [(-ab - root) / aa, (-ab + root) / aa]
  return leaves < 0 ? undefined : { enters, leaves }
}
