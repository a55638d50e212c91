import { SkinnedMesh, Sphere, Vector3, type Mesh } from 'three'

/** How far flesh and clothes reach from the nearest joint, metres at natural size. */
const FLESH = 0.4

/** Holds a mesh in the world, as posed now. */
export function sphereAround(mesh: Mesh): Sphere {
  if (!(mesh instanceof SkinnedMesh)) {
    if (!mesh.geometry.boundingSphere) mesh.geometry.computeBoundingSphere()
    return (mesh.geometry.boundingSphere as Sphere).clone().applyMatrix4(mesh.matrixWorld)
  }
  const joints = mesh.skeleton.bones.map((bone) =>
    new Vector3().setFromMatrixPosition(bone.matrixWorld),
  )
  const sphere = new Sphere().setFromPoints(joints)
  sphere.radius += FLESH * mesh.matrixWorld.getMaxScaleOnAxis()
  return sphere
}
