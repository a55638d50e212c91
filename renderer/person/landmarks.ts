import { Vector3, type Bone } from 'three'
import { COCO_JOINTS, partOf, type CocoPart } from '#scenes'
import { marksOf } from './flesh/head.ts'
import { jointIndex, makeSkeleton, type Joint } from './rig.ts'

/** A joint as annotators mark it: a place in the frame of a bone. */
export interface Landmark {
  /** Index into the rig. */
  bone: number
  place: Vector3
}

/** What bends there, by the names of VRM humanoids; the middle of a limb's joint is where its bone begins. */
const LIMBS: Partial<Record<CocoPart, string>> = {
  shoulder: 'UpperArm',
  elbow: 'LowerArm',
  wrist: 'Hand',
  hip: 'UpperLeg',
  knee: 'LowerLeg',
  ankle: 'Foot',
}

/** In the order of COCO_JOINTS. One head is drawn on every physique, so that they are those of all people. */
export function landmarksOf(rig: readonly Joint[]): Landmark[] {
  const head = jointIndex(rig, 'head')
  const toHead = makeSkeleton(rig).bones[head].matrixWorld.clone().invert()
  const marks: Partial<Record<CocoPart, Vector3>> = marksOf()
  return COCO_JOINTS.map((name): Landmark => {
    const part = partOf(name)
    const side = name.startsWith('left') ? 'left' : 'right'
    const [mark, limb] = [marks[part], LIMBS[part]]
    if (!mark) return { bone: jointIndex(rig, `${side}${limb}`), place: new Vector3() }
    const place = mark.clone()
    if (side === 'right') place.x = -place.x
    return { bone: head, place: place.applyMatrix4(toHead) }
  })
}

/** Where they are in the world, once the bones have been posed and their matrices brought up to date. */
export function placesOf(landmarks: readonly Landmark[], bones: readonly Bone[]): Vector3[] {
  return landmarks.map(({ bone, place }) => place.clone().applyMatrix4(bones[bone].matrixWorld))
}
