/** Just enough of vectors and turns; written again here so that the oracle owes the captions nothing. */
export type Vec3 = [number, number, number]
type Quaternion = readonly [number, number, number, number]

export const plus = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const scaled = (a: Vec3, s: number): Vec3 => [a[0] * s, a[1] * s, a[2] * s]
export const inner = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const norm = (a: Vec3): number => Math.hypot(a[0], a[1], a[2])
export const level = (a: Vec3): Vec3 => [a[0], 0, a[2]]

export function direction(a: Vec3): Vec3 {
  const length = norm(a)
  return length > 0 ? scaled(a, 1 / length) : [0, 0, 0]
}

/** v' = v + 2w(u x v) + 2u x (u x v), for a unit quaternion (u, w). */
export function turn([x, y, z, w]: Quaternion, [a, b, c]: Vec3): Vec3 {
  const [p, q, r] = [y * c - z * b, z * a - x * c, x * b - y * a]
  return [
    a + 2 * (w * p + y * r - z * q),
    b + 2 * (w * q + z * p - x * r),
    c + 2 * (w * r + x * q - y * p),
  ]
}

export function turnBack([x, y, z, w]: Quaternion, v: Vec3): Vec3 {
  return turn([-x, -y, -z, w], v)
}

/** Euler YXZ degrees as three turns, innermost first: about Z, then X, then Y. */
export function turnEuler([x, y, z]: Vec3, v: Vec3): Vec3 {
  return aboutY(y, aboutX(x, aboutZ(z, v)))
}

export function turnEulerBack([x, y, z]: Vec3, v: Vec3): Vec3 {
  return aboutZ(-z, aboutX(-x, aboutY(-y, v)))
}

function spun(degrees: number, p: number, q: number): [number, number] {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [c * p - s * q, s * p + c * q]
}

function aboutX(degrees: number, [x, y, z]: Vec3): Vec3 {
  return [x, ...spun(degrees, y, z)]
}

function aboutY(degrees: number, [x, y, z]: Vec3): Vec3 {
  const [p, q] = spun(degrees, z, x)
  return [q, y, p]
}

function aboutZ(degrees: number, [x, y, z]: Vec3): Vec3 {
  return [...spun(degrees, x, y), z]
}

/** Degrees of the turn that leads from one pose's rotation to another's. */
export function degreesBetween(a: Quaternion, b: Quaternion): number {
  const dot = Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3])
  return (360 / Math.PI) * Math.acos(Math.min(1, dot))
}

/** The axis of that turn times its degrees, in the world. */
export function turnBetween(a: Quaternion, b: Quaternion): Vec3 {
  const [ax, ay, az, aw] = [-a[0], -a[1], -a[2], a[3]]
  const [bx, by, bz, bw] = b
  let [x, y, z, w] = [
    bw * ax + bx * aw + by * az - bz * ay,
    bw * ay - bx * az + by * aw + bz * ax,
    bw * az + bx * ay - by * ax + bz * aw,
    bw * aw - bx * ax - by * ay - bz * az,
  ]
  if (w < 0) [x, y, z, w] = [-x, -y, -z, -w]
  const s = Math.hypot(x, y, z)
  return s < 1e-12 ? [0, 0, 0] : scaled([x / s, y / s, z / s], (360 / Math.PI) * Math.atan2(s, w))
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
