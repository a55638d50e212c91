import type { MaterialInput } from '../schema/material.ts'
import type { Vec3 } from '../schema/values.ts'
import { about, add, cross, rotate, times } from '../take/pose.ts'
import type { Part } from './shape.ts'

/** Parts built about an origin of their own, turned by a heading in degrees about Y, then set down at a point. */
export function placed(parts: Part[], at: Vec3, heading = 0): Part[] {
  const turn = about([0, 1, 0], heading)
  const moved = (point: Vec3) => add(at, rotate(point, turn))
  return parts.map((part) => {
    const [pitch, yaw, bank] = part.rotation ?? [0, 0, 0]
    return {
      ...part,
      at: moved(part.at ?? [0, 0, 0]),
      // The order YXZ turns about Y last, so a heading simply adds to it.
      rotation: [pitch, yaw + heading, bank],
      ...(part.turns && {
        turns: {
          ...part.turns,
          axis: rotate(part.turns.axis, turn),
          pivot: moved(part.turns.pivot),
        },
      }),
    }
  })
}

/** A round bar through points in the actor's own metres. */
export function bar(
  points: Vec3[],
  radius: number,
  material: MaterialInput,
  endRadius = radius,
): Part {
  return { shape: { kind: 'tube', points, radius, endRadius }, material }
}

/** A box standing with the centre of its base at a point. */
export function block(size: Vec3, at: Vec3, material: MaterialInput, bevel?: number): Part {
  return { shape: { kind: 'box', size, ...(bevel === undefined ? {} : { bevel }) }, at, material }
}

/** A cylinder lying along X, its middle at a point: axles, wheels, rolled-up things. */
export function roller(
  radius: number,
  length: number,
  [x, y, z]: Vec3,
  material: MaterialInput,
  bevel = 0,
): Part {
  return {
    shape: { kind: 'cylinder', radius, height: length, bevel },
    at: [x + length / 2, y, z],
    rotation: [0, 0, 90],
    material,
  }
}

/** A ball or an egg of that size, its lowest point at a place. */
export function ball(size: Vec3, at: Vec3, material: MaterialInput): Part {
  const wide = Math.max(...size)
  return {
    shape: { kind: 'sphere', radius: wide / 2 },
    at,
    scale: size.map((edge) => edge / wide) as Vec3,
    material,
  }
}

/** A profile `[radius, y]` turned about Y, its origin at a point. */
export function lathed(
  profile: [number, number][],
  material: MaterialInput,
  at: Vec3 = [0, 0, 0],
  rotation: Vec3 = [0, 0, 0],
): Part {
  return { shape: { kind: 'lathe', profile }, at, rotation, material }
}

/** A side view `[z, y]`, counter-clockwise with the front to the right, `wide` metres across about a point. */
export function sideways(
  outline: [number, number][],
  wide: number,
  material: MaterialInput,
  at: Vec3 = [0, 0, 0],
  bevel = 0,
): Part {
  return {
    shape: { kind: 'prism', outline, depth: wide, bevel },
    at,
    rotation: [0, -90, 0],
    material,
  }
}

/** The corners of a circle or a part of one, counter-clockwise from +X: outlines of prisms. */
export function circle(
  radius: number,
  [x, y]: readonly [number, number] = [0, 0],
  from = 0,
  to = 360,
  steps = 24,
): [number, number][] {
  const count = to - from === 360 ? steps : steps + 1
  return Array.from({ length: count }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius]
  })
}

/** A point on a circle about Y: 0 degrees is +Z, 90 degrees is +X. */
export function around(degrees: number, radius: number, y = 0): Vec3 {
  const angle = (degrees * Math.PI) / 180
  return [Math.sin(angle) * radius, y, Math.cos(angle) * radius]
}

/** The rotation that points a part's X along one direction and leans its Y as near as can be to another. */
export function aligned(x: Vec3, y: Vec3): Vec3 {
  const right = unit(x)
  const front = unit(cross(right, y))
  const up = cross(front, right)
  const degrees = (radians: number) => (radians * 180) / Math.PI
  // The matrix with these columns, read back as Euler YXZ.
  return [
    degrees(Math.asin(Math.min(1, Math.max(-1, -front[1])))),
    degrees(Math.atan2(front[0], front[2])),
    degrees(Math.atan2(right[1], up[1])),
  ]
}

function unit(v: Vec3): Vec3 {
  return times(v, 1 / Math.hypot(...v))
}
