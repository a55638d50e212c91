/** A value over a cycle 0..1: keys in order, from [0, v] to [1, v]. */
export type Curve = readonly (readonly [phase: number, value: number])[]

/**
 * Reads a curve smoothly without overshoot (monotone cubics, harmonic mean of the slopes): what is level
 * between two keys stays exactly level, as a foot that stands must.
 */
export function curveAt(curve: Curve, phase: number): number {
  const last = curve.length - 1
  const p = phase - Math.floor(phase)
  let i = 0
  while (i < last - 1 && curve[i + 1][0] <= p) i++
  const [[p0, v0], [p1, v1]] = [curve[i], curve[i + 1]]
  const width = p1 - p0
  const slope = (k: number) => {
    const a = curve[(k + last) % last]
    const b = curve[((k + last) % last) + 1]
    return (b[1] - a[1]) / (b[0] - a[0])
  }
  const [m0, m1] = [level(slope(i - 1), slope(i)), level(slope(i), slope(i + 1))]
  const t = (p - p0) / width
  return cubic(v0, m0 * width, v1, m1 * width, t)
}

/** A cubic from `a` to `b` with these tangents, t = 0..1. */
export function cubic(a: number, fromA: number, b: number, intoB: number, t: number): number {
  const s = 1 - t
  return a * s * s * (1 + 2 * t) + b * t * t * (3 - 2 * t) + fromA * t * s * s - intoB * t * t * s
}

/** The slope at a key between these slopes; level at a summit. */
function level(before: number, after: number): number {
  return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
}
