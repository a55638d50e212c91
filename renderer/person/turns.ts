import { Quaternion, Vector3 } from 'three'
import type { Joint } from './rig.ts'

/** Turns of joints by name, about world axes as they stand in the T-pose; children follow their parents. */
export type Turns = Map<string, Quaternion>

/** A turn by the vector's length in radians about its direction. */
export function about(x: number, y: number, z: number): Quaternion {
  const angle = Math.hypot(x, y, z)
  return angle === 0
    ? new Quaternion()
    : new Quaternion().setFromAxisAngle(new Vector3(x, y, z).divideScalar(angle), angle)
}

/** Writes a posture into a clip's numbers, from `offset` on. */
export function poseInto(
  numbers: Float32Array,
  offset: number,
  rig: readonly Joint[],
  turned: Turns,
): void {
  const world: Quaternion[] = []
  rig.forEach(({ name, parent, quaternion }, j) => {
    const base = world[parent] ?? new Quaternion()
    world[j] = base.clone().multiply(quaternion)
    const turn = turned.get(name)
    const own = quaternion.clone()
    if (turn) own.premultiply(base.clone().invert().multiply(turn).multiply(base))
    own.toArray(numbers, offset + 4 * j)
  })
}

/** Where every joint is in the T-pose, metres from the figure's origin. */
export function placesOf(rig: readonly Joint[]): Vector3[] {
  const [turns, places]: [Quaternion[], Vector3[]] = [[], []]
  rig.forEach(({ parent, position, quaternion }, j) => {
    const base = turns[parent] ?? new Quaternion()
    turns[j] = base.clone().multiply(quaternion)
    places[j] = position
      .clone()
      .applyQuaternion(base)
      .add(places[parent] ?? new Vector3())
  })
  return places
}
