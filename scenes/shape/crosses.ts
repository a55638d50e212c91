import type { Vec3 } from '../schema/values.ts'
import { add, inverse, quaternionOf, rotate, subtract, times } from '../take/pose.ts'
import { shapeBounds, type Bounds } from './bounds.ts'
import { shapeContains } from './contains.ts'
import { ballEntry, boxEntry, type Entry } from './entry.ts'
import { heightAt } from './relief.ts'
import type { Part, Shape } from './shape.ts'

/** Places looked at along the way through the box of a form that is no box. */
const STEPS = 24

/**
 * Whether a straight line between two points (in the actor's own metres) meets the matter of a part. Vessels and crowns of
 * leaves count as full, blades of grass as nothing.
 */
export function partCrosses(part: Part, from: Vec3, to: Vec3): boolean {
  const [a, b] = [inPart(part, from), inPart(part, to)]
  return shapeCrosses(part.shape, a, subtract(b, a))
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

/** Whether a point (in the actor's own metres) is nearer to a part than so many metres, or inside it. */
export function partIsNear(part: Part, point: Vec3, metres: number): boolean {
  const own = inPart(part, point)
  const { shape } = part
  const scale = part.scale ?? [1, 1, 1]
  if (shape.kind === 'tufts' || shape.kind === 'flyers') return false
  // Ground stands upright: hills are not so steep that the way to the side would be much shorter.
  if (shape.kind === 'terrain')
    return isOver(shape, own) && own[1] - heightAt(shape, own[0], own[2]) < metres
  if (boxDistance(shapeBounds(shape), own, scale) >= metres) return false
  if (FLAT_SIDED.has(shape.kind)) return true
  return AROUND.some((way) => {
    const off = times(way, metres)
    return isIn(shape, add(own, [off[0] / scale[0], off[1] / scale[1], off[2] / scale[2]]))
  })
}

/** Their box is what they are. */
const FLAT_SIDED = new Set<Shape['kind']>(['box', 'plane', 'text'])

/** The middle of a ball and fourteen places on it. */
const AROUND: Vec3[] = [
  [0, 0, 0],
  ...([0, 1, 2] as const).flatMap((k) =>
    [-1, 1].map((s) => [0, 1, 2].map((j) => (j === k ? s : 0)) as Vec3),
  ),
  ...[-1, 1].flatMap((x) =>
    [-1, 1].flatMap((y) => [-1, 1].map((z) => times([x, y, z], 1 / Math.sqrt(3)))),
  ),
]

function inPart(part: Part, point: Vec3): Vec3 {
  const own = subtract(point, part.at ?? [0, 0, 0])
  const turned = part.rotation ? rotate(own, inverse(quaternionOf(part.rotation))) : own
  const [x, y, z] = part.scale ?? [1, 1, 1]
  return [turned[0] / x, turned[1] / y, turned[2] / z]
}

function shapeCrosses(shape: Shape, from: Vec3, way: Vec3): boolean {
  if (shape.kind === 'tufts') return false
  const box = shape.kind === 'person' ? trunk(shapeBounds(shape)) : shapeBounds(shape)
  const chord = chordOf(box, from, way)
  if (!chord) return false
  if (FLAT_SIDED.has(shape.kind) || shape.kind === 'person') return true
  const [start, end] = chord
  for (let i = 0; i < STEPS; i++) {
    const share = start + ((end - start) * (i + 0.5)) / STEPS
    if (isIn(shape, add(from, times(way, share)))) return true
  }
  return false
}

/** A body between its arms: what is seen past it is seen. */
function trunk({ min, max }: Bounds): Bounds {
  return { min: [min[0] * 0.75, min[1], min[2]], max: [max[0] * 0.75, max[1], max[2]] }
}

function isIn(shape: Shape, point: Vec3): boolean {
  switch (shape.kind) {
    case 'lathe': {
      const next = shape.profile.findIndex(([, y], i) => {
        const before = shape.profile[i - 1]?.[1]
        return before !== undefined && (before - point[1]) * (y - point[1]) <= 0
      })
      if (next === -1) return false
      const widest = Math.max(
        (shape.profile[next - 1] as [number, number])[0],
        (shape.profile[next] as [number, number])[0],
      )
      return Math.hypot(point[0], point[2]) < widest
    }
    case 'foliage':
    case 'bough':
      return shapeContains({ kind: 'blob', size: shape.size, lumps: 0, seed: 0 }, point)
    case 'terrain':
      return isOver(shape, point) && point[1] < heightAt(shape, point[0], point[2])
    default:
      return shapeContains(shape, point)
  }
}

function isOver({ size }: { size: [number, number] }, [x, , z]: Vec3): boolean {
  return Math.abs(x) < size[0] / 2 && Math.abs(z) < size[1] / 2
}

/** From where to where, as shares 0..1 of the way, a line is in a box. */
export function chordOf(bounds: Bounds, from: Vec3, way: Vec3): [number, number] | undefined {
  const entry = boxEntry(bounds, from, way)
  return entry && entry.enters <= 1
    ? [Math.max(entry.enters, 0), Math.min(entry.leaves, 1)]
    : undefined
}

function boxDistance({ min, max }: Bounds, point: Vec3, scale: Vec3): number {
  return Math.hypot(
    ...point.map(
      (value, k) =>
        Math.max((min[k] as number) - value, value - (max[k] as number), 0) * (scale[k] as number),
    ),
  )
}
