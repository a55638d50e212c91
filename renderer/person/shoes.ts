import { Matrix4, Vector3, type Object3D, type Skeleton } from 'three'
import type { CarriedOccluder } from '../contact/occluder.ts'
import { SOLE_TO_ANKLE } from './flesh/limbs.ts'
import { makeSkeleton, type Joint } from './rig.ts'

/** Half width and half length of a shoe, and how far its middle is in front of the ankle; metres. */
const [WIDE, LONG, FORWARD] = [0.045, 0.135, 0.08]
/** With the leg above it, metres. */
const TALL = 0.45

/** A body stands over its shoes as a column: radius, from and to which height; metres at natural size. */
const [ROUND, FROM, TO] = [0.24, 0.08, 1.5]
/** Light falls between the legs and past the arms. */
const NARROWNESS = 0.85

/** The body as what keeps the sky from the ground about it, on the figure that it belongs to. */
export function columnOf(figure: Object3D): CarriedOccluder {
  return {
    node: figure,
    place: new Matrix4().makeTranslation(0, FROM, 0),
    half: [ROUND, ROUND],
    height: TO - FROM,
    form: 'round',
    isLow: true,
    narrowness: NARROWNESS,
    isBody: true,
  }
}

/** The shoes as what darkens the ground: boxes on the ankles that stand as in the sculpting pose. */
export function shoesOf(skeleton: Skeleton, rig: readonly Joint[]): CarriedOccluder[] {
  const sculpted = makeSkeleton(rig)
  return ['leftFoot', 'rightFoot'].map((name) => {
    const index = rig.findIndex((joint) => joint.name === name)
    const { matrixWorld } = sculpted.bones[index]
    const ankle = new Vector3().setFromMatrixPosition(matrixWorld)
    const sole = new Matrix4().makeTranslation(ankle.x, ankle.y - SOLE_TO_ANKLE, ankle.z + FORWARD)
    return {
      node: skeleton.bones[index],
      place: matrixWorld.clone().invert().multiply(sole),
      half: [WIDE, LONG],
      height: TALL,
      form: 'box',
      isLow: true,
    }
  })
}
