import type { Vec3 } from '../schema/values.ts'
import { inverse, quaternionOf, rotate, subtract } from '../take/pose.ts'
import { shapeBounds } from './bounds.ts'
import type { Part, Shape } from './shape.ts'

/**
 * Whether a point (in the actor's own metres) is inside the matter of a part. Each part is tested by its
 * own form, so standing between the walls of a room is not being inside it. Ground, sheets, leaves and
 * vessels have no inside.
 */
export function partContains(part: Part, point: Vec3): boolean {
  const turned = rotate(
    subtract(point, part.at ?? [0, 0, 0]),
    inverse(quaternionOf(part.rotation ?? [0, 0, 0])),
  )
  const scale = part.scale ?? [1, 1, 1]
  return shapeContains(part.shape, [
    turned[0] / scale[0],
    turned[1] / scale[1],
    turned[2] / scale[2],
  ])
}

export function shapeContains(shape: Shape, [x, y, z]: Vec3): boolean {
  switch (shape.kind) {
    case 'box':
    case 'text':
    case 'person':
    case 'quadruped': {
      const { min, max } = shapeBounds(shape)
      return [x, y, z].every((value, k) => value > (min[k] as number) && value < (max[k] as number))
    }
    case 'sphere':
      return Math.hypot(x, y - shape.radius, z) < shape.radius
    case 'cylinder': {
      const top = shape.topRadius ?? shape.radius
      return (
        y > 0 &&
        y < shape.height &&
        Math.hypot(x, z) < shape.radius + (top - shape.radius) * (y / shape.height)
      )
    }
    case 'capsule': {
      const core = Math.min(
        Math.max(y, shape.radius),
        Math.max(shape.height - shape.radius, shape.radius),
      )
      return Math.hypot(x, y - core, z) < shape.radius
    }
    case 'torus':
      return Math.hypot(Math.hypot(x, z) - shape.radius, y - shape.tube) < shape.tube
    case 'blob': {
      const [width, height, depth] = shape.size
      return Math.hypot(x / (width / 2), y / (height / 2) - 1, z / (depth / 2)) < 1
    }
    case 'prism':
      return Math.abs(z) < shape.depth / 2 && isWithin(shape.outline, x, y)
    case 'tube':
      return shape.points.some(
        (end, i) => i > 0 && distanceTo(shape.points[i - 1] as Vec3, end, [x, y, z]) < shape.radius,
      )
    default:
      return false
  }
}

/** Even-odd rule: how often a ray towards +X crosses the outline. */
function isWithin(outline: [number, number][], x: number, y: number): boolean {
  return outline.reduce((inside, [bx, by], i) => {
    const [ax, ay] = outline.at(i - 1) as [number, number]
    const crosses = ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)
    return crosses ? !inside : inside
  }, false)
}

/** Metres from a point to the straight line between two. */
function distanceTo(a: Vec3, b: Vec3, point: Vec3): number {
  const [way, off] = [subtract(b, a), subtract(point, a)]
  const square = way[0] ** 2 + way[1] ** 2 + way[2] ** 2
  const share =
    square === 0
      ? 0
      : Math.min(Math.max((off[0] * way[0] + off[1] * way[1] + off[2] * way[2]) / square, 0), 1)
  return Math.hypot(off[0] - way[0] * share, off[1] - way[1] * share, off[2] - way[2] * share)
}
