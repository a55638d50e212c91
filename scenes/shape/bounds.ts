import { FRAMES } from '../living/quadruped.ts'
import type { Vec3 } from '../schema/values.ts'
import { add, quaternionOf, rotate } from '../take/pose.ts'
import type { Part, Shape } from './shape.ts'

/** An axis-aligned box in an actor's own metres. */
export interface Bounds {
  min: Vec3
  max: Vec3
}

/** The box around a list of parts at rest, in the actor's own metres. Text is estimated. */
export function boundsOf(parts: readonly Part[]): Bounds {
  const points = parts.flatMap((part) => {
    const { min, max } = shapeBounds(part.shape)
    const turn = quaternionOf(part.rotation ?? [0, 0, 0])
    const scale = part.scale ?? [1, 1, 1]
    return corners({ min, max }).map((local) => {
      const scaled = local.map((v, k) => v * (scale[k] as number)) as Vec3
      return add(part.at ?? [0, 0, 0], rotate(scaled, turn))
    })
  })
  return around(points)
}

/** The eight corners of a box. */
export function corners({ min, max }: Bounds): Vec3[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map(
    (corner) => [0, 1, 2].map((k) => ((corner >> k) & 1 ? max[k] : min[k]) as number) as Vec3,
  )
}

/** The middle of a box. */
export function middle({ min, max }: Bounds): Vec3 {
  return [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2]
}

/** The box around points; a loop, because thousands of them are too many arguments for Math.min. */
export function around(points: Vec3[]): Bounds {
  const min: Vec3 = [Infinity, Infinity, Infinity]
  const max: Vec3 = [-Infinity, -Infinity, -Infinity]
  for (const point of points)
    for (const k of [0, 1, 2] as const) {
      min[k] = Math.min(min[k], point[k])
      max[k] = Math.max(max[k], point[k])
    }
  return { min, max }
}

/** The box around a shape that stands on its origin. */
export function shapeBounds(shape: Shape): Bounds {
  switch (shape.kind) {
    case 'box':
      return upright(shape.size)
    case 'sphere':
      return upright([2 * shape.radius, 2 * shape.radius, 2 * shape.radius])
    case 'cylinder': {
      const width = 2 * Math.max(shape.radius, shape.topRadius ?? 0)
      return upright([width, shape.height, width])
    }
    case 'capsule':
      return upright([2 * shape.radius, shape.height, 2 * shape.radius])
    case 'torus': {
      const width = 2 * (shape.radius + shape.tube)
      return upright([width, 2 * shape.tube, width])
    }
    case 'lathe': {
      const width = 2 * Math.max(...shape.profile.map(([radius]) => radius))
      const heights = shape.profile.map(([, y]) => y)
      return {
        min: [-width / 2, Math.min(...heights), -width / 2],
        max: [width / 2, Math.max(...heights), width / 2],
      }
    }
    case 'blob':
    case 'foliage':
    case 'bough':
      return upright(shape.size)
    case 'plane':
      return upright([shape.size[0], 0, shape.size[1]])
    case 'prism': {
      const flat = around(shape.outline.map(([x, y]): Vec3 => [x, y, 0]))
      return {
        min: [flat.min[0], flat.min[1], -shape.depth / 2],
        max: [flat.max[0], flat.max[1], shape.depth / 2],
      }
    }
    case 'tube': {
      const line = around(shape.points)
      return {
        min: add(line.min, [-shape.radius, -shape.radius, -shape.radius]),
        max: add(line.max, [shape.radius, shape.radius, shape.radius]),
      }
    }
    case 'terrain':
      return upright([shape.size[0], shape.relief === 'flat' ? 0 : shape.height, shape.size[1]])
    case 'tufts':
      return upright([shape.area[0], shape.height, shape.area[1]])
    case 'text':
      return upright([0.8 * shape.height * shape.text.length, shape.height, shape.depth])
    case 'person':
      return upright([0.33 * shape.height, shape.height, 0.18 * shape.height])
    case 'flyers': {
      const { span, spread } = shape
      const half = [span, 0.4 * span, 0.7 * span].map(
        (size, k) => (size + (spread[k] as number)) / 2,
      )
      return { min: half.map((size) => -size) as Vec3, max: half as Vec3 }
    }
    case 'quadruped': {
      const { half, height, back, nose } = FRAMES[shape.species]
      const size = shape.height
      return { min: [-half * size, 0, back * size], max: [half * size, height * size, nose * size] }
    }
  }
}

/** A box of that size standing on the origin. */
function upright([x, y, z]: Vec3): Bounds {
  return { min: [-x / 2, 0, -z / 2], max: [x / 2, y, z / 2] }
}
