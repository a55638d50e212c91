import { Vector3, type Bone } from 'three'
import { COCO_JOINTS, type CocoJoint } from '#scenes'
import { marksOf } from './flesh/head.ts'
import { jointIndex, makeSkeleton, type Joint } from './rig.ts'

/** A joint as annotators mark it: a place in the frame of a bone. */
export interface Landmark {
  /** Index into the rig. */
  bone: number
  place: Vector3
}

/** What bends there, by the names of VRM humanoids; the middle of a limb's joint is where its bone begins. */
const LIMBS = {
  shoulder: 'UpperArm',
  elbow: 'LowerArm',
  wrist: 'Hand',
  hip: 'UpperLeg',
  knee: 'LowerLeg',
  ankle: 'Foot',
} as const

/** In the order of COCO_JOINTS. One head is drawn on every physique, so that they are those of all people. */
export function landmarksOf(rig: readonly Joint[]): Landmark[] {
  const head = jointIndex(rig, 'head')
  const toHead = makeSkeleton(rig).bones[head].matrixWorld.clone().invert()
  const marks = marksOf()
  return COCO_JOINTS.map((name: CocoJoint): Landmark => {
    const [side, part] = sided(name)
    if (part in LIMBS) {
      const bone = jointIndex(rig, side + LIMBS[part as keyof typeof LIMBS])
      return { bone, place: new Vector3() }
    }
    const place = marks[part as keyof typeof marks].clone()
    if (side === 'right') place.x = -place.x
    return { bone: head, place: place.applyMatrix4(toHead) }
  })
}

function sided(name: CocoJoint): [side: string, part: string] {
  const [side, part] = name.split('_')
  return part === undefined ? ['', name] : [side, part]
}

/** Where they are in the world, once the bones have been posed and their matrices brought up to date. */
export function placesOf(landmarks: readonly Landmark[], bones: readonly Bone[]): Vector3[] {
  return landmarks.map(({ bone, place }) => place.clone().applyMatrix4(bones[bone].matrixWorld))
}
