import type { Vec3 } from '../../schema/values.ts'
import { add, cross, subtract, times } from '../../take/pose.ts'
import type { Quaternion } from '../../take/take.ts'
import { piece, ring, type Piece } from './form.ts'

/** Pieces of a whole ring; the chords leave it by 0.9 % of its radius at most. */
const LINKS = 24
/** Pieces of a bent bar at most. */
const MOST = 12

/** A ring that lies flat, as a chain of capsules. */
export function torusPieces(radius: number, tube: number, arc: number): Piece[] {
  const links = Math.max(2, Math.round((LINKS * arc) / 360))
  // TorusGeometry starts at +X and, lying flat, goes on to +Z.
  const at = (i: number): Vec3 => {
    const angle = (((arc * i) / links) * Math.PI) / 180
    return [Math.cos(angle) * radius, tube, Math.sin(angle) * radius]
  }
  return Array.from({ length: links }, (_, i) => {
    const [a, b] = [at(i), at(i + 1)]
    const { middle, length, turn } = between(a, b)
    return piece({ kind: 'capsule', half: length / 2, radius: tube }, middle, turn)
  })
}

/** A bar along points, as straight bars end to end. */
export function tubePieces(points: readonly Vec3[], radius: number, endRadius: number): Piece[] {
  const stride = Math.max(1, Math.ceil((points.length - 1) / MOST))
  const kept = points.filter((_, i) => i % stride === 0 || i === points.length - 1)
  return kept.slice(1).map((b, i) => {
    const { middle, length, turn } = between(kept[i] as Vec3, b)
    const [from, to] = [i, i + 1].map(
      (n) => radius + ((endRadius - radius) * n) / (kept.length - 1),
    ) as [number, number]
    if (from === to)
      return piece({ kind: 'cylinder', half: length / 2, radius: from }, middle, turn)
    const hull = [...ring(from, -length / 2, 12), ...ring(Math.max(to, 1e-4), length / 2, 12)]
    return piece({ kind: 'hull', points: hull }, middle, turn)
  })
}

/** What brings +Y onto the way from a to b. */
function between(a: Vec3, b: Vec3): { middle: Vec3; length: number; turn: Quaternion } {
  const way = subtract(b, a)
  const length = Math.hypot(...way) || 1e-6
  const up = times(way, 1 / length)
  const axis = cross([0, 1, 0], up)
  const turn: Quaternion =
    up[1] < -0.999999 ? [1, 0, 0, 0] : normal([axis[0], axis[1], axis[2], 1 + up[1]])
  return { middle: add(a, times(way, 0.5)), length, turn }
}

function normal(q: Quaternion): Quaternion {
  const length = Math.hypot(...q)
  return [q[0] / length, q[1] / length, q[2] / length, q[3] / length]
}
