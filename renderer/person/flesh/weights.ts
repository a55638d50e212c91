import { Vector3 } from 'three'
import type { Weights } from '../../sculpture/skin.ts'
import { direction, type Joints } from './anatomy.ts'
import type { Clothes } from './clothes.ts'

export type Weigh = (place: Vector3) => Weights

/** From this bone on, beyond the plane through `at` across `along`, softened over `blend` metres either way. */
export interface Station {
  bone: string
  at: Vector3
  along: Vector3
  blend: number
}

/** Weights along a chain of bones: each joint hands over from one to the next. */
export function chain(first: string, stations: readonly Station[]): Weigh {
  return (place) => {
    const weights: Weights = new Map([[first, 1]])
    for (const { bone, at, along, blend } of stations) {
      const share = ease(
        -blend,
        blend,
        (place.x - at.x) * along.x + (place.y - at.y) * along.y + (place.z - at.z) * along.z,
      )
      if (share > 0) blendIn(weights, new Map([[bone, 1]]), share)
    }
    return weights
  }
}

/** Weights for each sort of place on a body. */
export interface Weighing {
  /** Shirt and trousers: trunk, arms and legs, melting into each other at shoulder and groin. */
  cloth: Weigh
  /** Cuffs, forearm and palm on the left. */
  arm: Weigh
  head: Weigh
  /** The left shoe. */
  foot: Weigh
}

export function weighing(
  joints: Joints,
  { trunk, sleeve }: Pick<Clothes, 'trunk' | 'sleeve'>,
): Weighing {
  const up = new Vector3(0, 1, 0)
  const level = (bone: string, y: number, blend: number) => ({
    bone,
    at: new Vector3(0, y, 0),
    along: up,
    blend,
  })
  const spine = [
    level('spine', 1.03, 0.06),
    level('chest', 1.16, 0.06),
    level('upperChest', 1.3, 0.06),
  ]
  const back = chain('hips', spine)
  const head = chain('upperChest', [level('neck', 1.495, 0.035), level('head', 1.578, 0.035)])
  const [left, right] = [armChain(joints, 'left'), armChain(joints, 'right')]
  const [leftLeg, rightLeg] = [legChain(joints, 'left'), legChain(joints, 'right')]

  const cloth: Weigh = (place) => {
    const weights = back(place)
    const x = Math.abs(place.x)
    const onArm =
      x < 0.05
        ? 0
        : ease(-0.03, 0.035, trunk(x, place.y, place.z) - sleeve(x, place.y, place.z)) *
          ease(0.06, 0.14, x)
    if (onArm > 0) blendIn(weights, (place.x > 0 ? left : right)(place), onArm)
    const onLeg = ease(0.98, 0.9, place.y)
    if (onLeg > 0) {
      const leftish = ease(-0.035, 0.035, place.x)
      const legs: Weights = new Map()
      if (leftish > 0) blendIn(legs, leftLeg(place), leftish, 1)
      if (leftish < 1) blendIn(legs, rightLeg(place), 1 - leftish, 1)
      blendIn(weights, legs, onLeg)
    }
    return weights
  }
  const toes = joints('leftToes')
  const foot = chain('leftFoot', [
    {
      bone: 'leftToes',
      at: toes.clone().setZ(toes.z - 0.005),
      along: new Vector3(0, 0, 1),
      blend: 0.03,
    },
  ])
  return { cloth, arm: left, head, foot }
}

function armChain(joints: Joints, side: 'left' | 'right'): Weigh {
  const [shoulder, elbow, wrist] = [
    joints(`${side}UpperArm`),
    joints(`${side}LowerArm`),
    joints(`${side}Hand`),
  ]
  const [upper, fore] = [direction(shoulder, elbow), direction(elbow, wrist)]
  return chain(`${side}Shoulder`, [
    { bone: `${side}UpperArm`, at: shoulder, along: upper, blend: 0.075 },
    { bone: `${side}LowerArm`, at: elbow, along: upper.clone().add(fore).normalize(), blend: 0.05 },
    { bone: `${side}Hand`, at: wrist, along: fore, blend: 0.03 },
  ])
}

function legChain(joints: Joints, side: 'left' | 'right'): Weigh {
  const [hip, knee] = [joints(`${side}UpperLeg`), joints(`${side}LowerLeg`)]
  const down = direction(hip, knee)
  return chain('hips', [
    {
      bone: `${side}UpperLeg`,
      at: hip.clone().addScaledVector(down, 0.02),
      along: down,
      blend: 0.09,
    },
    { bone: `${side}LowerLeg`, at: knee, along: down, blend: 0.065 },
  ])
}

function blendIn(weights: Weights, other: Weights, share: number, keep = 1 - share): void {
  for (const [bone, weight] of weights) weights.set(bone, weight * keep)
  for (const [bone, weight] of other) weights.set(bone, (weights.get(bone) ?? 0) + weight * share)
}

/** 0 at `from`, 1 at `to`, smooth in between; `from` may be the greater one. */
function ease(from: number, to: number, x: number): number {
  const t = Math.min(Math.max((x - from) / (to - from), 0), 1)
  return t * t * (3 - 2 * t)
}
