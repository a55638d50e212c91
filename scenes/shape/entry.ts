import type { Vec3 } from '../schema/values.ts'
import { subtract } from '../take/pose.ts'
import type { Bounds } from './bounds.ts'
import { inPart } from './crosses.ts'
import type { Part, Shape } from './shape.ts'

/** Where a line is inside something, in lengths of its way; what enters before 0 begins inside or behind. */
export interface Entry {
  enters: number
  leaves: number
}

/** Their matter is nearer to the ellipsoid in their box than to the box. */
const ROUND = new Set<Shape['kind']>(['sphere', 'blob', 'foliage'])

/**
 * Where a line in an actor's own metres goes through a part: through its box or, where it is round, the ellipsoid in it.
 * @param bounds of the part's shape, in the part's own metres
 */
export function partEntry(part: Part, bounds: Bounds, from: Vec3, way: Vec3): Entry | undefined {
  const start = inPart(part, from)
  const end = inPart(part, [from[0] + way[0], from[1] + way[1], from[2] + way[2]])
  const through = ROUND.has(part.shape.kind) ? ballEntry : boxEntry
  return through(bounds, start, subtract(end, start))
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
function ballEntry({ min, max }: Bounds, from: Vec3, way: Vec3): Entry | undefined {
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
