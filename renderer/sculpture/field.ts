import type { Vector3 } from 'three'

/** Signed distance to a surface, metres, negative inside; near the surface it need only be roughly true. */
export type Field = (x: number, y: number, z: number) => number

/** Union whose inner corners are filled over about `k` metres (polynomial smooth minimum). */
export function melt(k: number, ...fields: Field[]): Field {
  return (x, y, z) => {
    let d = fields[0](x, y, z)
    for (let i = 1; i < fields.length; i++) d = softMin(d, fields[i](x, y, z), k)
    return d
  }
}

/** What is in both; the corner is rounded over about `k` metres, crisp at 0. */
export function within(k: number, a: Field, b: Field): Field {
  return (x, y, z) => -softMin(-a(x, y, z), -b(x, y, z), k)
}

/** `a` without what is in `b`. */
export function carve(k: number, a: Field, b: Field): Field {
  return (x, y, z) => -softMin(-a(x, y, z), b(x, y, z), k)
}

export function swell(field: Field, by: number): Field {
  return (x, y, z) => field(x, y, z) - by
}

/** Both halves of a body of which `left` (x > 0) is given. */
export function mirrored(left: Field): Field {
  return (x, y, z) => left(Math.abs(x), y, z)
}

export function ball(at: readonly number[], radii: readonly number[] | number): Field {
  const [cx, cy, cz] = at as [number, number, number]
  const [a, b, c] =
    typeof radii === 'number' ? [radii, radii, radii] : (radii as [number, number, number])
  return (x, y, z) => {
    const px = (x - cx) / a
    const py = (y - cy) / b
    const pz = (z - cz) / c
    const k = Math.sqrt(px * px + py * py + pz * pz)
    if (k < 1e-6) return -Math.min(a, b, c)
    // After Inigo Quilez; `Math.hypot` would be ten times slower.
    return (k * (k - 1)) / Math.sqrt((px / a) ** 2 + (py / b) ** 2 + (pz / c) ** 2)
  }
}

/** A limb: radius `ra` at `a` running to `rb` at `b`. */
export function limb(a: Vector3, b: Vector3, ra: number, rb: number): Field {
  const [dx, dy, dz] = [b.x - a.x, b.y - a.y, b.z - a.z]
  const square = dx * dx + dy * dy + dz * dz
  return (x, y, z) => {
    const px = x - a.x
    const py = y - a.y
    const pz = z - a.z
    const t = Math.min(Math.max((px * dx + py * dy + pz * dz) / square, 0), 1)
    const qx = px - t * dx
    const qy = py - t * dy
    const qz = pz - t * dz
    return Math.sqrt(qx * qx + qy * qy + qz * qz) - (ra + t * (rb - ra))
  }
}

/** The half space behind a plane through `at`; `normal` points out of it and has length 1. */
export function half(at: readonly number[], normal: readonly number[]): Field {
  const [ax, ay, az] = at as [number, number, number]
  const [nx, ny, nz] = normal as [number, number, number]
  return (x, y, z) => (x - ax) * nx + (y - ay) * ny + (z - az) * nz
}

/** One cross-section of a `stack`: height, centre x and z, half width and half depth. */
export type Slice = readonly [y: number, x: number, z: number, width: number, depth: number]

/** A column of elliptic cross-sections from bottom to top, smooth in between, ended flat. */
export function stack(slices: readonly Slice[], boxiness = 2): Field {
  const [low, high] = [(slices[0] as Slice)[0], (slices.at(-1) as Slice)[0]]
  const steps = 64
  // Hermite curves are read 100,000 times: a table is four times faster than the curve.
  const table = new Float64Array((steps + 2) * 4)
  for (let i = 0; i < steps + 2; i++) {
    const y = low + ((high - low) * Math.min(i, steps)) / steps
    for (let k = 0; k < 4; k++) table[4 * i + k] = smoothAt(slices, y, k + 1)
  }
  return (x, y, z) => {
    const s = Math.min(Math.max(((y - low) / (high - low)) * steps, 0), steps)
    const i = 4 * Math.floor(s)
    const f = s - Math.floor(s)
    const a = table[i + 2] + f * (table[i + 6] - table[i + 2])
    const b = table[i + 3] + f * (table[i + 7] - table[i + 3])
    const px = Math.abs(x - table[i] - f * (table[i + 4] - table[i])) / a
    const pz = Math.abs(z - table[i + 1] - f * (table[i + 5] - table[i + 1])) / b
    const k =
      boxiness === 2
        ? Math.sqrt(px * px + pz * pz)
        : (px ** boxiness + pz ** boxiness) ** (1 / boxiness)
    const side =
      k < 1e-6 ? -Math.min(a, b) : (k * (k - 1)) / Math.sqrt((px / a) ** 2 + (pz / b) ** 2)
    return Math.max(side, low - y, y - high)
  }
}

/** Cubic through the slices with the slopes of neighbours (Catmull-Rom on uneven steps). */
function smoothAt(slices: readonly Slice[], y: number, k: number): number {
  const i = Math.min(Math.max(slices.findIndex((slice) => slice[0] > y) - 1, 0), slices.length - 2)
  const j = slices.findIndex((slice) => slice[0] > y) < 0 ? slices.length - 2 : i
  const point = (n: number) => slices[Math.min(Math.max(n, 0), slices.length - 1)] as Slice
  const [p0, p1, p2, p3] = [point(j - 1), point(j), point(j + 1), point(j + 2)]
  const step = p2[0] - p1[0]
  const t = (y - p1[0]) / step
  const slope = (a: Slice, b: Slice) =>
    (b[0] === a[0] ? 0 : ((b[k] as number) - (a[k] as number)) / (b[0] - a[0])) * step
  const [m1, m2] = [slope(p0, p2), slope(p1, p3)]
  const [a, b] = [p1[k] as number, p2[k] as number]
  return (
    (2 * t ** 3 - 3 * t * t + 1) * a +
    (t ** 3 - 2 * t * t + t) * m1 +
    (3 * t * t - 2 * t ** 3) * b +
    (t ** 3 - t * t) * m2
  )
}

function softMin(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b)
  return (a < b ? a : b) - (h > 0 ? (h * h) / (4 * k) : 0)
}
