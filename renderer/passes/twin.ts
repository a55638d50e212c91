import { Mesh, SkinnedMesh, type Material } from 'three'
import { drawInTurnOf } from '../draw-order.ts'

/** Below this opacity a thing is a veil: passes see what lies behind it (contract 5). */
const VEIL = 0.5

export function isSolid(material: Material): boolean {
  return !material.transparent || material.opacity >= VEIL
}

/** Another mesh of the same geometry, skeleton and world matrix, wherever the first one goes. */
export function twin(mesh: Mesh, material: Material): Mesh {
  const copy =
    mesh instanceof SkinnedMesh
      ? new SkinnedMesh(mesh.geometry, material)
      : new Mesh(mesh.geometry, material)
  if (copy instanceof SkinnedMesh && mesh instanceof SkinnedMesh) {
    copy.bind(mesh.skeleton, mesh.bindMatrix)
    copy.bindMatrixInverse = mesh.bindMatrixInverse
  }
  copy.frustumCulled = mesh.frustumCulled
  copy.matrixAutoUpdate = false
  copy.matrixWorldAutoUpdate = false
  copy.matrixWorld = mesh.matrixWorld
  drawInTurnOf(mesh, copy)
  return copy
}
