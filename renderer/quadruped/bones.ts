import { Vector3 } from 'three'
import type { Anatomy, Side } from './anatomy.ts'

/** A bone about which flesh is grown, as it lies while the animal stands. */
export interface Bone {
  name: string
  at: Vector3
  to: Vector3
  /** Radii at its ends. */
  radii: readonly [number, number]
}

/** The bones of either side, from the trunk down. */
export const HIND = ['thigh', 'shank', 'hind cannon', 'hind foot'] as const
export const FRONT = ['scapula', 'humerus', 'forearm', 'front cannon', 'front foot'] as const
export const TAIL = ['tail 0', 'tail 1', 'tail 2'] as const

/** All bones; none is the child of another, each is put where it belongs. Left ones (x > 0) before right ones. */
export function bonesOf(anatomy: Anatomy): Bone[] {
  const { hind, front, thick, apart, spine, neck, head, tail } = anatomy
  const middle = ([z, y]: Side) => new Vector3(0, y, z)
  const bone = (name: string, a: Side, b: Side, radii: readonly [number, number]): Bone => ({
    name,
    at: middle(a),
    to: middle(b),
    radii,
  })
  const leg = (
    side: 'left' | 'right',
    names: readonly string[],
    joints: readonly Side[],
    radii: readonly number[],
    out: number,
  ): Bone[] =>
    names.map((name, i) => {
      const sided = bone(`${side} ${name}`, joints[i], joints[i + 1], [radii[i], radii[i + 1]])
      const x = side === 'left' ? out : -out
      return { ...sided, at: sided.at.setX(x), to: sided.to.setX(x) }
    })
  return [
    bone('pelvis', [spine[0] - 0.08, spine[1] - 0.08], [hind.hip[0], hind.hip[1]], [0.13, 0.13]),
    bone(
      'chest',
      [spine[0] + 0.08, spine[1] - 0.1],
      [front.shoulder[0] - 0.08, front.shoulder[1] + 0.04],
      [0.16, 0.16],
    ),
    bone('neck', neck.base, neck.top, neck.thick),
    bone('head', head.skull, head.muzzle, [head.radii[0], head.thick[1]]),
    ...TAIL.map((name, i) =>
      bone(name, tail.points[i], tail.points[i + 1], [tail.radii[i], tail.radii[i + 1]]),
    ),
    ...(['left', 'right'] as const).flatMap((side) => [
      ...leg(side, HIND, Object.values(hind), thick.hind, apart.hind),
      ...leg(side, FRONT, Object.values(front), thick.front, apart.front),
    ]),
  ]
}
