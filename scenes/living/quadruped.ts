import type { Random } from '../random.ts'
import type { Vec3 } from '../schema/values.ts'
import type { Blueprint, ShapeOf } from '../shape/shape.ts'

/** Four-legged animals that walk, trot and gallop. */
export type Quadruped = ShapeOf<'quadruped'>['species']

/** What of a body its steps depend on, and how much room it takes; in heights of its withers. */
export interface Frame {
  /** Where the tips of its left toes stand, `[x, z]`. */
  hind: [number, number]
  front: [number, number]
  /** Half its width, its height with the head up, and from the tail to the nose. */
  half: number
  height: number
  back: number
  nose: number
}

export const FRAMES: Record<Quadruped, Frame> = {
  dog: {
    hind: [0.1, -0.405],
    front: [0.1, 0.435],
    half: 0.18,
    height: 1.32,
    back: -0.95,
    nose: 0.98,
  },
  cat: { hind: [0.1, -0.42], front: [0.1, 0.46], half: 0.18, height: 1.35, back: -1.3, nose: 0.98 },
  horse: {
    hind: [0.1, -0.4],
    front: [0.1, 0.455],
    half: 0.19,
    height: 1.4,
    back: -0.7,
    nose: 1.02,
  },
  deer: {
    hind: [0.085, -0.37],
    front: [0.085, 0.4],
    half: 0.2,
    height: 1.5,
    back: -0.6,
    nose: 0.95,
  },
}

export function isQuadruped(kind: string): kind is Quadruped {
  return kind in FRAMES
}

/** The legs in the order in which everything tells of them: left hind, left front, right hind, right front. */
export const LEGS = ['left hind', 'left front', 'right hind', 'right front'] as const

/** Where the tip of each toe is while the animal stands, in the order of `LEGS`, heights. */
export function standingToes(species: Quadruped): Vec3[] {
  const { hind, front } = FRAMES[species]
  return ([1, -1] as const).flatMap((side) => [hind, front].map(([x, z]): Vec3 => [side * x, 0, z]))
}

/** An animal as a solid that the stage draws; `random` says where in its stride it begins. */
export function quadruped(
  animal: Omit<ShapeOf<'quadruped'>, 'kind' | 'start'>,
  random: Random,
): Blueprint {
  const shape = { kind: 'quadruped', ...animal, start: random.unit() } as const
  return { parts: [{ shape, material: { color: animal.color } }] }
}
