import { Bone, Quaternion, Skeleton, Vector3, type Object3D } from 'three'

const [X, Y, Z] = [new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)]

/** A joint of the skeleton as modelled: a T-pose, metres, relative to its parent. */
export interface Joint {
  name: string
  /** Index of the parent; -1 for the hips. Parents come before their children. */
  parent: number
  position: Vector3
  quaternion: Quaternion
}

/** The joints of person.glb from the hips outwards; names are those of VRM humanoids. */
export function rigOf(root: Object3D): Joint[] {
  const hips = root.getObjectByName('hips')
  if (!hips) throw new Error('person.glb has no joint "hips"')
  const joints: Joint[] = []
  const visit = (node: Object3D, parent: number) => {
    const index = joints.push({
      name: node.name,
      parent,
      position: node.position.clone(),
      quaternion: node.quaternion.clone(),
    })
    for (const child of node.children) visit(child, index - 1)
  }
  visit(hips, -1)
  relaxFingers(joints)
  return joints
}

/**
 * Hanging hands are half open, fingers side by side and the thumb along them: radians that a joint
 * closes, and that it goes from the thumb's side to the other one.
 */
const RELAXED: [joint: RegExp, curl: number, gather: number][] = [
  [/IndexProximal$/, 0.24, 0.08],
  [/MiddleProximal$/, 0.3, 0.01],
  [/RingProximal$/, 0.34, -0.07],
  [/LittleProximal$/, 0.38, -0.14],
  [/IndexIntermediate$/, 0.36, 0],
  [/(Middle|Ring|Little)Intermediate$/, 0.44, 0],
  [/(Index|Middle|Ring|Little)Distal$/, 0.25, 0],
  [/ThumbMetacarpal$/, 0.1, 0.25],
  [/ThumbProximal$/, 0, 0.12],
]

/** Fingers of person.glb are straight and spread, and no clip moves them. */
function relaxFingers(joints: Joint[]): void {
  const world: Quaternion[] = []
  for (const [i, { name, parent, quaternion }] of joints.entries()) {
    world[i] = (world[parent] ?? new Quaternion()).clone().multiply(quaternion)
    const relaxed = RELAXED.find(([pattern]) => pattern.test(name))
    if (!relaxed) continue
    const base = world[parent]
    const sign = name.startsWith('left') ? 1 : -1
    // In the T-pose palms look down, so fingers close about the axis to the front.
    const turn = new Quaternion()
      .setFromAxisAngle(Y, relaxed[2] * sign)
      .multiply(new Quaternion().setFromAxisAngle(Z, -relaxed[1] * sign))
    quaternion.premultiply(base.clone().invert().multiply(turn).multiply(base))
  }
}

export function jointIndex(rig: readonly Joint[], name: string): number {
  const index = rig.findIndex((joint) => joint.name === name)
  if (index < 0) throw new Error(`person.glb has no joint ${JSON.stringify(name)}`)
  return index
}

/** Bones of one person in the sculpting pose, bound there: the flesh is grown about these places. */
export function makeSkeleton(rig: readonly Joint[]): Skeleton {
  const bones = rig.map(({ name, position }) => {
    const bone = new Bone()
    bone.name = name
    bone.position.copy(position)
    return bone
  })
  sculptingPose(rig).forEach((quaternion, i) => {
    bones[i].quaternion.copy(quaternion)
    bones[rig[i].parent]?.add(bones[i])
  })
  bones[0].updateMatrixWorld(true)
  return new Skeleton(bones)
}

/**
 * Arms half down, elbows a little bent, feet apart: half way between all that the clips do, so that
 * skinning bends nothing far, and wide enough that no limb melts into another one. Radians.
 */
function sculptingPose(rig: readonly Joint[]): Quaternion[] {
  const turned = new Map<string, Quaternion>()
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const down = new Quaternion().setFromAxisAngle(Z, -0.95 * sign)
    const along = X.clone().multiplyScalar(sign).applyQuaternion(down)
    turned.set(`${side}UpperArm`, down)
    turned.set(
      `${side}LowerArm`,
      new Quaternion().setFromAxisAngle(along.cross(Z).normalize(), 0.2),
    )
    turned.set(`${side}UpperLeg`, new Quaternion().setFromAxisAngle(Z, 0.1 * sign))
    turned.set(`${side}Foot`, new Quaternion().setFromAxisAngle(Z, -0.1 * sign))
  }
  const world: Quaternion[] = []
  return rig.map(({ name, parent, quaternion }, i) => {
    const base = world[parent] ?? new Quaternion()
    world[i] = base.clone().multiply(quaternion)
    const turn = turned.get(name)
    if (turn) world[i].premultiply(turn)
    return base.clone().invert().multiply(world[i])
  })
}
