import { Euler, MathUtils, Matrix4, Quaternion, Vector3 } from 'three'
import type { Part } from '#scenes'

/** From a part's own frame to that of its actor. */
export function placeOf({
  at = [0, 0, 0],
  rotation = [0, 0, 0],
  scale = [1, 1, 1],
}: Part): Matrix4 {
  const [pitch, yaw, bank] = rotation.map((degrees) => degrees * MathUtils.DEG2RAD)
  return new Matrix4().compose(
    new Vector3(...at),
    new Quaternion().setFromEuler(new Euler(pitch, yaw, bank, 'YXZ')),
    new Vector3(...scale),
  )
}
