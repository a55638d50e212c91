import {
  Box3,
  Mesh,
  Vector3,
  type DirectionalLight,
  type PerspectiveCamera,
  type Scene,
} from 'three'
import { coverCasters, fitShadow } from './shadow-frame.ts'

/** Shares of the clip at which it is looked where the camera is and how far the movers have come. */
const LOOKED_AT = [0, 0.25, 0.5, 0.75, 1]

/**
 * Fits the sun's shadow to what the camera looks at in the whole clip, once: it must not change from frame to frame.
 * @param pose puts everybody and the camera where they are at a frame
 * @returns all that cast a shadow
 */
export function fitSun(
  scene: Scene,
  sun: DirectionalLight,
  camera: PerspectiveCamera,
  frames: number,
  pose: (frame: number) => void,
): Mesh[] {
  sun.target.updateMatrixWorld()
  const casters: Mesh[] = []
  scene.traverse((object) => {
    if (object instanceof Mesh && object.castShadow) casters.push(object)
  })
  const things = new Box3()
  const stops = LOOKED_AT.map((share) => {
    pose(Math.round(share * (frames - 1)))
    // A mover casts wherever it comes, not only where it was at last.
    scene.updateMatrixWorld()
    coverCasters(things, sun, casters)
    const eye = camera.position.clone()
    const ahead = new Vector3(0, 0, -1).applyQuaternion(camera.quaternion)
    return { eye, target: eye.clone().addScaledVector(ahead, focusDistance(eye, ahead)) }
  })
  fitShadow(sun, stops, things)
  scene.add(sun.target)
  scene.updateMatrixWorld()
  return casters
}

/** How far away the camera looks at something: where its axis meets the ground, within reason. */
function focusDistance(eye: Vector3, ahead: Vector3): number {
  const toGround = ahead.y < -0.02 ? eye.y / -ahead.y : Infinity
  return Math.min(Math.max(toGround, 0.3), 30)
}
