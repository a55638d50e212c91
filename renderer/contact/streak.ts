import { Vector3 } from 'three'
import type { Face } from './face.ts'
import type { Lamplight } from './lamplight.ts'
import type { CarriedOccluder } from './occluder.ts'
import type { Patch } from './patch.ts'

/** Pieces of a streak, each wider, softer and fainter than the one before. */
export const STREAK_PIECES = 3

/** The longest shadow that a streak tells of, metres, and the shortest: under a lamp nothing lies beside the feet. */
const [LONGEST, SHORTEST] = [2.4, 0.12]
/** Half width at the feet, and how much it grows with each piece; metres for a body of natural size. */
const [SLIM, WIDENS] = [0.15, 0.05]
/** Lamps are no points, and walls send some of their light back. */
const DARKEST = 0.85

/**
 * The shadow that a lamp throws of a body, as a row of soft patches from its feet away from the lamp: a shadow map for
 * every lamp costs a third of a frame.
 */
export function streakOf(
  { node, height }: CarriedOccluder,
  face: Face,
  { away, lengthOf, share }: Lamplight,
): Patch[] {
  const foot = new Vector3().setFromMatrixPosition(node.matrixWorld)
  const scale = node.matrixWorld.getMaxScaleOnAxis()
  const length = Math.min(Math.max(lengthOf(height * scale), 0), LONGEST)
  if (length < SHORTEST || face.heightAt) return []
  foot.addScaledVector(face.normal, -foot.clone().sub(face.middle).dot(face.normal))
  // The picture is multiplied in sRGB.
  const darkest = DARKEST * (1 - (1 - share) ** (1 / 2.2))
  const aside = new Vector3().crossVectors(away, face.normal).normalize()
  return Array.from({ length: STREAK_PIECES }, (_, piece): Patch => {
    const half = length / STREAK_PIECES / 2
    const soft = 0.02 + 0.1 * piece
    return {
      face,
      middle: foot.clone().addScaledVector(away, (2 * piece + 1) * half),
      along: [away, aside],
      half: [1.3 * half, (SLIM + WIDENS * piece) * scale],
      gap: soft,
      height: soft + 0.6,
      form: 'round',
      reach: 0.12 + soft,
      isStill: false,
      strength: darkest * (1 - 0.28 * piece),
      core: { width: 1, strength: 0 },
    }
  })
}
