import {
  DataTexture,
  FloatType,
  Matrix4,
  RGBAFormat,
  SkinnedMesh,
  type Mesh,
  type PerspectiveCamera,
} from 'three'

/** How the camera and the meshes stand at a frame: what flow needs to know of the one after and the one before. */
export interface Stance {
  /** From the world to the picture. */
  readonly picture: Matrix4
  /** The same for directions: what is infinitely far away. */
  readonly heavens: Matrix4
  /** From each mesh (of a skinned one: from where its bones put it) to the world. */
  readonly worlds: readonly Matrix4[]
  /** Of each skinned mesh, by its place among the meshes. */
  readonly bones: ReadonlyMap<number, DataTexture>
}

/** Takes down how everybody stands now. */
export function stanceOf(meshes: readonly Mesh[], camera: PerspectiveCamera): Stance {
  const bones = new Map<number, DataTexture>()
  const worlds = meshes.map((mesh, index) => {
    if (!(mesh instanceof SkinnedMesh)) return mesh.matrixWorld.clone()
    mesh.skeleton.update()
    bones.set(index, copyOf(mesh.skeleton.boneTexture as DataTexture))
    return mesh.matrixWorld.clone().multiply(mesh.bindMatrixInverse)
  })
  const { projectionMatrix, matrixWorldInverse } = camera
  return {
    picture: new Matrix4().multiplyMatrices(projectionMatrix, matrixWorldInverse),
    heavens: farAway(projectionMatrix).multiply(new Matrix4().extractRotation(matrixWorldInverse)),
    worlds,
    bones,
  }
}

export function disposeStance({ bones }: Stance): void {
  for (const texture of bones.values()) texture.dispose()
}

/** A projection in which a direction keeps its length: x, y as ever, z and w both the way ahead. */
function farAway(projection: Matrix4): Matrix4 {
  const far = projection.clone()
  const { elements } = far
  elements[10] = -1
  elements[14] = 0
  // Directions have no w: it is carried along so that the matrix can be turned back.
  elements[15] = 1
  return far
}

function copyOf({ image }: DataTexture): DataTexture {
  const data = (image.data as Float32Array).slice()
  const copy = new DataTexture(data, image.width, image.height, RGBAFormat, FloatType)
  copy.needsUpdate = true
  return copy
}
