import type { Vec3 } from '../schema/values.ts'
import { add, quaternionOf, rotate } from '../take/pose.ts'
import { corners, shapeBounds } from './bounds.ts'
import type { Part, Shape } from './shape.ts'

/** Points round a circle: a ring of them is 2 % narrower than it. */
const ROUND = 16

/** Ways in which the outermost point is kept: evenly over a ball, by a Fibonacci spiral. */
const WAYS: readonly Vec3[] = Array.from({ length: 96 }, (_, i) => onBall((i + 0.5) / 96, i))

/**
 * The points of a list of parts that lie outermost, in the actor's own metres: what they cast on a picture is the outline
 * of the whole, which is smaller than that of its box: a car's roof is not as long as the car.
 */
export function outlineOf(parts: readonly Part[]): Vec3[] {
  return outermost(parts.flatMap(pointsOf))
}

/** Of many points those that lie farthest in some way. */
export function outermost(points: Vec3[]): Vec3[] {
  if (points.length <= WAYS.length) return points
  const kept = new Set<Vec3>()
  for (const way of WAYS) {
    let [best, far] = [points[0] as Vec3, -Infinity]
    for (const point of points) {
      const along = point[0] * way[0] + point[1] * way[1] + point[2] * way[2]
      if (along > far) [best, far] = [point, along]
    }
    kept.add(best)
  }
  return [...kept]
}

function pointsOf({ shape, at, rotation, scale = [1, 1, 1] }: Part): Vec3[] {
  const turn = quaternionOf(rotation ?? [0, 0, 0])
  return shapePoints(shape).map(([x, y, z]) =>
    add(at ?? [0, 0, 0], rotate([x * scale[0], y * scale[1], z * scale[2]], turn)),
  )
}

function shapePoints(shape: Shape): Vec3[] {
  switch (shape.kind) {
    case 'sphere':
    case 'blob':
    case 'foliage':
      return ball(shape)
    case 'cylinder':
      return [...ring(shape.radius, 0), ...ring(shape.topRadius ?? shape.radius, shape.height)]
    case 'capsule': {
      const { radius, height } = shape
      return [[0, 0, 0], ...ring(radius, radius), ...ring(radius, height - radius), [0, height, 0]]
    }
    case 'torus': {
      const { radius, tube } = shape
      return [...ring(radius, 0), ...ring(radius + tube, tube), ...ring(radius, 2 * tube)]
    }
    case 'lathe':
      return shape.profile.flatMap(([radius, y]) => ring(radius, y))
    case 'prism':
      return shape.outline.flatMap(([x, y]) =>
        [-1, 1].map((side): Vec3 => [x, y, (side * shape.depth) / 2]),
      )
    default:
      return corners(shapeBounds(shape))
  }
}

function ring(radius: number, y: number): Vec3[] {
  return Array.from({ length: ROUND }, (_, i): Vec3 => {
    const angle = (2 * Math.PI * i) / ROUND
    return [radius * Math.cos(angle), y, radius * Math.sin(angle)]
  })
}

/** The ellipsoid that fills the shape's box. */
function ball(shape: Shape): Vec3[] {
  const { min, max } = shapeBounds(shape)
  const poles = ([0, 1, 2] as const).flatMap((k) =>
    [-1, 1].map((side) => [0, 0, 0].map((_, j) => (j === k ? side : 0)) as Vec3),
  )
  return [...poles, ...WAYS].map(
    (way) =>
      ([0, 1, 2] as const).map(
        (k) => (min[k] + max[k]) / 2 + (way[k] * (max[k] - min[k])) / 2,
      ) as Vec3,
  )
}

function onBall(share: number, i: number): Vec3 {
  const y = 1 - 2 * share
  const radius = Math.sqrt(1 - y * y)
  const angle = i * Math.PI * (3 - Math.sqrt(5))
  return [radius * Math.cos(angle), y, radius * Math.sin(angle)]
}
