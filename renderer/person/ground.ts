import { Quaternion, Vector3 } from 'three'
import { jointIndex, makeSkeleton, type Joint } from './rig.ts'
import { SOLE_TO_ANKLE } from './flesh/limbs.ts'

/** A leg as a chain from the hips with points under its sole. */
export interface Sole {
  /** Joints from the hips to the toes. */
  chain: number[]
  /** Points in the frame of the joint that many steps down the chain: heel, ball, tip. */
  points: { link: number; place: Vector3 }[]
}

/** Heel, ball and tip of both shoes: metres in front of the ankle, in the sculpting pose. */
const UNDER = [
  { link: 3, forward: -0.07 },
  { link: 3, forward: 0.14 },
  { link: 4, forward: 0.15 },
  { link: 4, forward: 0.238 },
]

/** How far from the ankle a sole reaches, metres: back, forward, down. */
export function soleOf(): { heel: number; tip: number; under: number } {
  return { heel: UNDER[0].forward, tip: UNDER[3].forward, under: SOLE_TO_ANKLE }
}

export function solesOf(rig: readonly Joint[]): Sole[] {
  const { bones } = makeSkeleton(rig)
  return (['left', 'right'] as const).map((side) => {
    const chain = ['hips', `${side}UpperLeg`, `${side}LowerLeg`, `${side}Foot`, `${side}Toes`].map(
      (name) => jointIndex(rig, name),
    )
    const ankle = new Vector3().setFromMatrixPosition(bones[chain[3]].matrixWorld)
    const points = UNDER.map(({ link, forward }) => ({
      link,
      place: bones[chain[link]].worldToLocal(
        new Vector3(ankle.x, ankle.y - SOLE_TO_ANKLE, ankle.z + forward),
      ),
    }))
    return { chain, points }
  })
}

const [turn, place, point] = [new Quaternion(), new Vector3(), new Vector3()]

/** Tells where the points of a sole are, metres from the figure's origin, for joints turned by `turns`. */
export function eachSolePoint(
  rig: readonly Joint[],
  { chain, points }: Sole,
  turns: ArrayLike<number>,
  hips: ArrayLike<number>,
  tell: (index: number, point: Vector3) => void,
  offset = 0,
  hipsOffset = 0,
): void {
  turn.identity()
  place.set(0, 0, 0)
  chain.forEach((joint, link) => {
    if (link === 0) place.set(hips[hipsOffset], hips[hipsOffset + 1], hips[hipsOffset + 2])
    else place.add(point.copy(rig[joint].position).applyQuaternion(turn))
    const at = offset + 4 * joint
    turn.multiply(OWN.set(turns[at], turns[at + 1], turns[at + 2], turns[at + 3]))
    for (let i = 0; i < points.length; i++) {
      if (points[i].link === link)
        tell(i, point.copy(points[i].place).applyQuaternion(turn).add(place))
    }
  })
}

const OWN = new Quaternion()
