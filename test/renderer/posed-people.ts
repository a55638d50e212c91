import {
  BufferAttribute,
  BufferGeometry,
  Matrix4,
  Quaternion,
  SkinnedMesh,
  Vector3,
  type Skeleton,
} from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { poseAtFrame } from '#scenes'
import { poserOf } from '../../renderer/person/pose.ts'
import { makeSkeleton } from '../../renderer/person/rig.ts'
import { stancesOf } from '../../renderer/person/stride.ts'
import type { PersonPoser, PosedSolid } from '../truth/posed-meshes.ts'
import { body } from './body.ts'

/** A rigged person, its skin posed on the processor by the matrices of its bones, vertex by vertex. */
export const posedPerson: PersonPoser = (id, shape, track, { fps, pixelsPerMetre }) => {
  const skeleton = makeSkeleton(body.rig)
  const { geometry } = body.flesh(shape, pixelsPerMetre)
  const figure = new SkinnedMesh(geometry)
  figure.add(skeleton.bones[0])
  figure.bind(skeleton)
  const size = shape.height / body.height
  const stanceAt = stancesOf(body, shape, track, fps)
  const poseBody = poserOf(body.rig, body.soles, skeleton.bones)
  const known = new Map<number, ReturnType<PosedSolid['at']>>()
  return {
    id,
    at(frame) {
      const before = known.get(frame)
      if (before) return before
      poseBody(stanceAt(frame))
      figure.updateMatrixWorld(true)
      const skin = posedSkin(geometry, skeleton)
      const posed = { geometry: skin, tree: new MeshBVH(skin) }
      known.set(frame, posed)
      return posed
    },
    pose(frame) {
      const { position, rotation, scale } = poseAtFrame(track, frame)
      const large = scale * size
      return new Matrix4().compose(
        new Vector3(...position),
        new Quaternion(...rotation),
        new Vector3(large, large, large),
      )
    },
  }
}

function posedSkin(geometry: BufferGeometry, skeleton: Skeleton): BufferGeometry {
  skeleton.update()
  const matrices = skeleton.boneMatrices as Float32Array
  const [position, normal, index, weight] = ['position', 'normal', 'skinIndex', 'skinWeight'].map(
    (name) => geometry.getAttribute(name) as BufferAttribute,
  ) as [BufferAttribute, BufferAttribute, BufferAttribute, BufferAttribute]
  const [points, normals] = [
    new Float32Array(3 * position.count),
    new Float32Array(3 * position.count),
  ]
  const [bone, sum] = [new Matrix4(), new Matrix4()]
  const vector = new Vector3()
  for (let v = 0; v < position.count; v++) {
    sum.elements.fill(0)
    for (let k = 0; k < 4; k++) {
      bone.fromArray(matrices, 16 * index.getComponent(v, k))
      const share = weight.getComponent(v, k)
      for (let i = 0; i < 16; i++) sum.elements[i] += share * bone.elements[i]
    }
    vector
      .fromBufferAttribute(position, v)
      .applyMatrix4(sum)
      .toArray(points, 3 * v)
    vector
      .fromBufferAttribute(normal, v)
      .transformDirection(sum)
      .toArray(normals, 3 * v)
  }
  const skin = new BufferGeometry()
    .setAttribute('position', new BufferAttribute(points, 3))
    .setAttribute('normal', new BufferAttribute(normals, 3))
  return skin.setIndex([...(geometry.index?.array ?? [])])
}
