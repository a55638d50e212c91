import type { Vec3 } from '../../schema/values.ts'
import type { Quaternion } from '../../take/take.ts'

/** What collides, each about its own middle unless it is made of points. Metres. */
export type Form =
  | { kind: 'box'; half: Vec3 }
  | { kind: 'ball'; radius: number }
  | { kind: 'cylinder' | 'cone' | 'capsule'; half: number; radius: number }
  /** The convex hull of points. */
  | { kind: 'hull'; points: Vec3[] }
  /** A surface without an inside, for grounds. */
  | { kind: 'mesh'; points: Vec3[]; triangles: number[] }

/** A form set down somewhere. */
export interface Piece {
  form: Form
  at: Vec3
  rotation: Quaternion
  /** It only touches: its matter belongs to another piece in the same place. */
  weightless?: true
}

/**
 * Corners of a flat face at most. The engine's contacts of hulls with more are restless: on a table a prism of 16 sides
 * stands still, one of 24 rocks by 40 degrees a second (Rapier 0.21).
 */
export const MOST_CORNERS = 16

export const UPRIGHT: Quaternion = [0, 0, 0, 1]

/** A form that stands in its own place. */
export function piece(form: Form, at: Vec3 = [0, 0, 0], rotation = UPRIGHT): Piece {
  return { form, at, rotation }
}

/** Points round about Y at a height: 0 degrees is +Z, as everywhere. */
export function ring(radius: number, y: number, sides: number, from = 0, to = 360): Vec3[] {
  const count = to - from >= 360 ? sides : sides + 1
  return Array.from({ length: count }, (_, i): Vec3 => {
    const angle = ((from + ((to - from) * i) / sides) * Math.PI) / 180
    return [Math.sin(angle) * radius, y, Math.cos(angle) * radius]
  })
}

/** A round disc or drum: makes a turned hull stand still and roll evenly. */
export function drum(radius: number, low: number, high: number): Piece {
  const half = (high - low) / 2
  return {
    ...piece({ kind: 'cylinder', half, radius }, [0, (low + high) / 2, 0]),
    weightless: true,
  }
}
