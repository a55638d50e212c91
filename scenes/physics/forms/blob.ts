import type { Vec3 } from '../../schema/values.ts'
import { fbm3 } from '../../shape/noise.ts'
import { piece, type Piece } from './form.ts'

/** Points of a lumpy ball: enough that its hull is within a few per cent of what is drawn. */
const POINTS = 160

/** The hull of a lumpy ball, its lowest point on the origin, as it is drawn. */
export function blobPiece(size: Vec3, lumps: number, seed: number): Piece {
  const points = ballPoints(POINTS).map(([x, y, z]): Vec3 => {
    const swell = 1 + lumps * fbm3(x * 2, y * 2, z * 2, seed, 3) * 1.6
    return [(x * size[0] * swell) / 2, (y * size[1] * swell) / 2, (z * size[2] * swell) / 2]
  })
  const lowest = Math.min(...points.map(([, y]) => y))
  return piece({ kind: 'hull', points: points.map(([x, y, z]): Vec3 => [x, y - lowest, z]) })
}

/** Evenly spread points of the unit ball (a Fibonacci lattice). */
export function ballPoints(count: number): Vec3[] {
  return Array.from({ length: count }, (_, i): Vec3 => {
    const y = 1 - (2 * (i + 0.5)) / count
    const [reach, angle] = [Math.sqrt(1 - y * y), i * Math.PI * (3 - Math.sqrt(5))]
    return [reach * Math.cos(angle), y, reach * Math.sin(angle)]
  })
}
