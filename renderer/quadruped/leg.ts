import type { Side } from './anatomy.ts'

/** A leg's bones seen from the side, from the trunk down: where each begins, and radians it is turned forwards. */
export interface LegPose {
  joints: Side[]
  turns: number[]
}

/** Radians that a vector leans forward of hanging down. */
export function leanOf([z, y]: Side): number {
  return Math.atan2(z, -y)
}

export function minus(a: Side, b: Side): Side {
  return [a[0] - b[0], a[1] - b[1]]
}

export function plus(a: Side, b: Side): Side {
  return [a[0] + b[0], a[1] + b[1]]
}

/** Turned forwards by so many radians: what hangs down swings to the front. */
export function turned([z, y]: Side, by: number): Side {
  const [c, s] = [Math.cos(by), Math.sin(by)]
  return [z * c - y * s, z * s + y * c]
}

/** Two bones nearly in line are as far as they reach. */
const STRAIGHT = 0.995

/** Turns of two bones `a` and `b`, forwards, that bring the end of the second `way` from the beginning of the first. */
function reach(a: Side, b: Side, way: Side): [number, number] {
  const [m, n] = [Math.hypot(...a), Math.hypot(...b)]
  // The joint keeps to the side on which it is while the animal stands.
  const side = Math.sign(a[0] * b[1] - a[1] * b[0]) || 1
  const far = Math.min(Math.max(Math.hypot(...way), Math.abs(m - n) + 1e-3), (m + n) * STRAIGHT)
  const bend = Math.acos((m * m + far * far - n * n) / (2 * m * far))
  const first = leanOf(way) - side * bend - leanOf(a)
  const knee = turned(a, first)
  const goal: Side = [(way[0] / Math.hypot(...way)) * far, (way[1] / Math.hypot(...way)) * far]
  return [first, leanOf(minus(goal, knee)) - leanOf(b)]
}

/**
 * A hind leg: stifle and hock bend together, for muscles tie them (the reciprocal apparatus), so that thigh and cannon
 * keep their angle and the three bones reach as two do.
 * @param joints from the hip to the toe while it stands
 * @param pivot where the hip is; @param toe where the toe is wanted; @param heel radians that the foot is tipped onto its toe
 */
export function hindLeg(joints: readonly Side[], pivot: Side, toe: Side, heel: number): LegPose {
  const [thigh, shank, cannon, foot] = [0, 1, 2, 3].map((i) => minus(joints[i + 1], joints[i]))
  const rod = plus(thigh, cannon)
  const tipped = tippedFor(Math.hypot(...rod) + Math.hypot(...shank), foot, pivot, toe, heel)
  const fetlock = minus(toe, turned(foot, -tipped))
  const [a, b] = reach(rod, shank, minus(fetlock, pivot))
  return chained(pivot, [thigh, shank, cannon, foot], [a, b, a, -tipped])
}

/**
 * A front leg: the scapula glides with the leg, humerus and forearm reach, the carpus folds when the leg swings.
 * @param fold radians that the carpus is bent back
 */
export function frontLeg(
  joints: readonly Side[],
  pivot: Side,
  toe: Side,
  heel: number,
  fold: number,
): LegPose {
  const [scapula, humerus, forearm, cannon, foot] = [0, 1, 2, 3, 4].map((i) =>
    minus(joints[i + 1], joints[i]),
  )
  const fetlock = minus(toe, turned(foot, -heel))
  const swing = leanOf(minus(fetlock, pivot)) - leanOf(minus(joints[4], joints[0]))
  const glide = Math.min(Math.max(GLIDE * swing, -0.3), 0.3)
  const shoulder = plus(pivot, turned(scapula, glide))
  const rod = plus(forearm, turned(cannon, -fold))
  const tipped = tippedFor(Math.hypot(...humerus) + Math.hypot(...rod), foot, shoulder, toe, heel)
  const [a, b] = reach(humerus, rod, minus(minus(toe, turned(foot, -tipped)), shoulder))
  return chained(pivot, [scapula, humerus, forearm, cannon, foot], [glide, a, b, b - fold, -tipped])
}

/** A leg that is too short for where its foot stands lifts the heel further. Radians a step, and at most. */
const [STEP, MOST] = [0.04, 1.3]

function tippedFor(length: number, foot: Side, pivot: Side, toe: Side, heel: number): number {
  let tipped = heel
  const far = () => Math.hypot(...minus(minus(toe, turned(foot, -tipped)), pivot))
  while (far() > length * STRAIGHT && tipped < MOST) tipped += STEP
  return tipped
}

/** How much of the leg's swing the shoulder blade makes. */
const GLIDE = 0.45

function chained(pivot: Side, bones: readonly Side[], turns: number[]): LegPose {
  const joints: Side[] = [pivot]
  bones.forEach((bone, i) => joints.push(plus(joints[i], turned(bone, turns[i]))))
  return { joints, turns }
}
