import { quat, vec3 } from 'gl-matrix'
import type { Vec3 } from '../schema/values.ts'
import type { Pose, Quaternion } from './take.ts'

const RADIANS = Math.PI / 180

/** Euler `[x, y, z]` degrees in the order YXZ as a unit quaternion. */
export function quaternionOf(degrees: Vec3): Quaternion {
  return multiply(
    multiply(about([0, 1, 0], degrees[1]), about([1, 0, 0], degrees[0])),
    about([0, 0, 1], degrees[2]),
  )
}

/** A turn about a unit axis, degrees, counter-clockwise seen against it. */
export function about(axis: Vec3, degrees: number): Quaternion {
  const half = (degrees * RADIANS) / 2
  const s = Math.sin(half)
  return [axis[0] * s, axis[1] * s, axis[2] * s, Math.cos(half)]
}

/** First `b`, then `a`. */
export function multiply(a: Quaternion, b: Quaternion): Quaternion {
  const product: Quaternion = [0, 0, 0, 1]
  quat.multiply(product, a, b)
  return product
}

export function rotate(v: Vec3, q: Quaternion): Vec3 {
  const turned: Vec3 = [0, 0, 0]
  vec3.transformQuat(turned, v, q)
  return turned
}

export function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

export function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

/** Of a unit quaternion. */
export function inverse([x, y, z, w]: Quaternion): Quaternion {
  return [-x, -y, -z, w]
}

export function times(v: Vec3, factor: number): Vec3 {
  return [v[0] * factor, v[1] * factor, v[2] * factor]
}

/** A point of an actor's own metres, seen from the world. */
export function place(point: Vec3, pose: Pose): Vec3 {
  return add(pose.position, rotate(times(point, pose.scale), pose.rotation))
}

/** A point of the world, seen from an actor's own metres. */
export function unplace(point: Vec3, { position, rotation, scale }: Pose): Vec3 {
  return times(rotate(subtract(point, position), inverse(rotation)), 1 / scale)
}

/** A child's pose in its parent's frame, seen from the world. */
export function within(parent: Pose, child: Pose): Pose {
  return {
    position: place(child.position, parent),
    rotation: multiply(parent.rotation, child.rotation),
    scale: parent.scale * child.scale,
  }
}

export function isSamePose(a: Pose, b: Pose): boolean {
  return (
    a.scale === b.scale &&
    a.position.every((p, k) => p === b.position[k]) &&
    a.rotation.every((q, k) => q === b.rotation[k])
  )
}

/** The rotation of something at `from` whose -Z looks at `to` and whose +Y leans up, rolled by degrees. */
export function lookRotation(from: Vec3, to: Vec3, roll: number): Quaternion {
  const back = unit([from[0] - to[0], from[1] - to[1], from[2] - to[2]], [0, 0, 1])
  const right = unit(
    cross(Math.abs(back[1]) > 0.99999 ? [0, 0, -Math.sign(back[1])] : [0, 1, 0], back),
    [1, 0, 0],
  )
  const up = cross(back, right)
  // The rows of the 3x3 column-major matrix that gl-matrix wants are the axes.
  const turned: Quaternion = [0, 0, 0, 1]
  quat.normalize(turned, quat.fromMat3(turned, [...right, ...up, ...back]))
  return multiply(turned, about([0, 0, 1], -roll))
}

export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function unit(v: Vec3, otherwise: Vec3): Vec3 {
  const length = Math.hypot(...v)
  return length > 1e-12 ? [v[0] / length, v[1] / length, v[2] / length] : otherwise
}
