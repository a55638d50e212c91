import { Box3, Matrix4, Vector3, type DirectionalLight, type Mesh } from 'three'

/** Metres kept clear between the sun's eye and the first caster. */
const MARGIN = 1
/** Share of the casters' width left free on each side: shadows fade out there, where the map is cut through a caster. */
const RIM = 0.05

/** From the world into the sun's own frame, z towards it. */
function sunFrame(sun: DirectionalLight): Matrix4 {
  return new Matrix4().lookAt(sun.position, sun.target.position, new Vector3(0, 1, 0)).transpose()
}

/** Widens `things`, a box in the sun's frame, by where the casters are now. */
export function coverCasters(things: Box3, sun: DirectionalLight, casters: readonly Mesh[]): void {
  const toSun = sunFrame(sun)
  const box = new Box3()
  for (const mesh of casters) {
    if (!mesh.geometry.boundingBox) mesh.geometry.computeBoundingBox()
    if (mesh.geometry.boundingBox)
      things.union(
        box.copy(mesh.geometry.boundingBox).applyMatrix4(mesh.matrixWorld).applyMatrix4(toSun),
      )
  }
}

/**
 * Fits the sun's shadow camera, once per clip, around what casts near where the film camera looks:
 * a sphere about each look-at point, cut to the casters' box, in the sun's own frame.
 * @param stops places the camera is and looks at, sampled over the clip.
 * @param things where casters are over the clip, a box in the sun's frame.
 */
export function fitShadow(
  sun: DirectionalLight,
  stops: { eye: Vector3; target: Vector3 }[],
  things: Box3,
): void {
  const toSun = sunFrame(sun)
  const seen = new Box3()
  for (const { eye, target } of stops) {
    const distance = eye.distanceTo(target)
    for (const center of [target, eye.clone().lerp(target, 0.5)]) {
      const reach = Math.max(distance, 0.5)
      const middle = center.clone().applyMatrix4(toSun)
      seen.union(new Box3(middle.clone().subScalar(reach), middle.clone().addScalar(reach)))
    }
  }
  const depth = { near: things.min.z, far: things.max.z }
  const fit = seen.intersect(things)
  if (fit.isEmpty() || things.isEmpty()) {
    sun.castShadow = false
    return
  }
  const center = fit.getCenter(new Vector3())
  const size = fit.getSize(new Vector3())
  const back = new Matrix4().copy(toSun).invert()
  const height = depth.far - depth.near + 2 * MARGIN
  const eye = new Vector3(center.x, center.y, depth.far + MARGIN).applyMatrix4(back)
  const direction = sun.position.clone().sub(sun.target.position).normalize()
  sun.position.copy(eye)
  sun.target.position.copy(eye).sub(direction)
  const { camera, mapSize } = sun.shadow
  camera.left = -size.x * (0.5 + RIM)
  camera.right = -camera.left
  camera.bottom = -size.y * (0.5 + RIM)
  camera.top = -camera.bottom
  camera.near = 0
  camera.far = height + Math.max(size.x, size.y)
  camera.updateProjectionMatrix()
  const texel = (camera.right - camera.left) / mapSize.x
  // In metres, not in shares of a depth that reaches across the scene: a mug's shadow starts at the mug.
  // Solids cast with their backs, so little is needed; a whole texel showed as a gap of light at every foot.
  sun.shadow.normalBias = texel * 0.35
  sun.shadow.bias = (-0.4 * texel) / (camera.far - camera.near)
}
