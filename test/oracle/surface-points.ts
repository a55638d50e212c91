import type { Shape } from '#scenes'
import type { Box } from './solids.ts'
import { plus, type Vec3 } from './space.ts'

/** Points on the surface of a shape, its own metres; corners alone of actors that have very many parts. */
export function surfacePoints(shape: Shape, box: Box, few: boolean): Vec3[] {
  if (few && shape.kind !== 'sphere') return lattice(box, 2)
  switch (shape.kind) {
    case 'sphere':
    case 'blob':
    case 'foliage':
      return ball(box)
    case 'cylinder':
      return [
        ...ring(shape.radius, 0),
        ...ring((shape.radius + (shape.topRadius ?? shape.radius)) / 2, shape.height / 2),
        ...ring(shape.topRadius ?? shape.radius, shape.height),
      ]
    case 'lathe':
      return shape.profile.flatMap(([radius, y]) => ring(radius, y))
    case 'prism':
      return shape.outline.flatMap(([x, y]): Vec3[] => [
        [x, y, -shape.depth / 2],
        [x, y, shape.depth / 2],
      ])
    case 'tube':
      return shape.points.flatMap((point) =>
        ring(shape.radius, 0).map((around): Vec3 => plus(point, around)),
      )
    // Large, alone, and fast: the few points of smaller solids would miss whom it passes.
    case 'quadruped':
      return lattice(box, 10)
    default:
      return lattice(box, 4)
  }
}

/** A grid of n points each way, along a side that is far longer than the others one every metre, with what is inside left out. */
function lattice({ min, max }: Box, n: number): Vec3[] {
  const sides = ([0, 1, 2] as const).map((k) => max[k] - min[k]) as Vec3
  const middle = [...sides].sort((a, b) => a - b)[1] as number
  const counts = sides.map((side) =>
    n > 2 && side > 6 * middle ? Math.max(n, Math.min(24, Math.ceil(side))) : n,
  ) as Vec3
  const along = (k: 0 | 1 | 2, i: number) => min[k] + (sides[k] * i) / (counts[k] - 1)
  const points: Vec3[] = []
  for (let i = 0; i < counts[0]; i++)
    for (let j = 0; j < counts[1]; j++)
      for (let k = 0; k < counts[2]; k++)
        if ([i, j, k].some((at, axis) => at === 0 || at === (counts[axis] as number) - 1))
          points.push([along(0, i), along(1, j), along(2, k)])
  return points
}

/** The ellipsoid that fills a box, by a Fibonacci spiral, and its six poles. */
function ball({ min, max }: Box): Vec3[] {
  const count = 60
  const poles: Vec3[] = [
    [1, 0, 0],
    [-1, 0, 0],
    [0, 1, 0],
    [0, -1, 0],
    [0, 0, 1],
    [0, 0, -1],
  ]
  const spiral = Array.from({ length: count }, (_, i): Vec3 => {
    const y = 1 - (2 * (i + 0.5)) / count
    const [r, angle] = [Math.sqrt(1 - y * y), i * Math.PI * (3 - Math.sqrt(5))]
    return [r * Math.cos(angle), y, r * Math.sin(angle)]
  })
  return [...poles, ...spiral].map(
    (unit) =>
      ([0, 1, 2] as const).map(
        (k) => (min[k] + max[k]) / 2 + (unit[k] * (max[k] - min[k])) / 2,
      ) as Vec3,
  )
}

function ring(radius: number, y: number): Vec3[] {
  return Array.from({ length: 12 }, (_, i): Vec3 => {
    const angle = (i * Math.PI) / 6
    return [radius * Math.cos(angle), y, radius * Math.sin(angle)]
  })
}
