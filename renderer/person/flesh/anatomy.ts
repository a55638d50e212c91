import { Vector3, type Skeleton } from 'three'

/** Where the joints of a bound skeleton are, metres; `left` ones have x > 0. */
export type Joints = (name: string) => Vector3

export function jointsOf(skeleton: Skeleton): Joints {
  const places = new Map(
    skeleton.bones.map((bone) => [
      bone.name,
      new Vector3().setFromMatrixPosition(bone.matrixWorld),
    ]),
  )
  return (name) => {
    const place = places.get(name)
    if (!place) throw new Error(`person.glb has no joint ${JSON.stringify(name)}`)
    return place
  }
}

/** A point on the way from one place to another; `share` beyond 1 goes past it. */
export function between(a: Vector3, b: Vector3, share: number): Vector3 {
  return a.clone().lerp(b, share)
}

export function direction(a: Vector3, b: Vector3): Vector3 {
  return b.clone().sub(a).normalize()
}

/** How a body differs from the average one. */
export interface Physique {
  build: 'slim' | 'average' | 'stout'
  top: 't-shirt' | 'sweater'
  hairstyle: 'short' | 'long' | 'bun' | 'bald'
}

/** Metres of flesh on top of an average body: all round, and in front of the belly. */
export const FLESH = {
  slim: { limbs: -0.006, torso: -0.008, belly: -0.004 },
  average: { limbs: 0, torso: 0, belly: 0 },
  stout: { limbs: 0.009, torso: 0.024, belly: 0.045 },
} as const satisfies Record<Physique['build'], object>
