import type { Quaternion, Vec3 } from '#scenes'

/** Where somebody looks from, world; `fov` is vertical, degrees. */
export interface View {
  position: Vec3
  rotation: Quaternion
  fov: number
}
