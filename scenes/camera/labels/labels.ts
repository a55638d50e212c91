import { complexityOf, type Complexity } from './complexity.ts'
import { groundCurves } from './curves.ts'
import { motionsOf, type Direction, type Motion, type MotionName, type Target } from './motions.ts'
import { speedOf, type Speed } from './speed.ts'
import { steadinessOf, type Steadiness } from './steadiness.ts'
import { BOUNDS, statusOf, type Status } from './thresholds.ts'
import { trackingOf, type Tracking } from './tracking.ts'
import type { View } from './view.ts'

/** What one shot's camera did, measured on its poses. */
export interface ShotLabels {
  motions: Motion[]
  /** All channels stay within what counts as absent. */
  isStatic: Status
  /** The one movement of the shot, when every other one is absent. */
  only?: { motion: MotionName; to: Direction }
  /** How it follows the target. */
  tracking?: Tracking
  /** What lies between two words has none. */
  steadiness?: Steadiness
  speed?: Speed
  complexity?: Complexity
}

/** CameraBench's labels of a shot. */
export function labelsOf(views: readonly View[], fps: number, target: Target): ShotLabels {
  const motions = motionsOf(views, fps, target)
  const [one] = motions
  const isOne =
    one?.status === 'present' &&
    motions.every(({ motion, to }) => motion === one.motion && to === one.to)
  const isStatic = stillness(views, target)
  const tracking = trackingOf(views, fps, target)
  const steadiness = steadinessOf(views, fps, target)
  const speed = speedOf(views, fps, target, motions)
  const complexity = complexityOf(motions, isStatic)
  return {
    motions,
    isStatic,
    ...(one && isOne && { only: { motion: one.motion, to: one.to } }),
    ...(tracking && { tracking }),
    ...(steadiness && { steadiness }),
    ...(speed && { speed }),
    ...(complexity && { complexity }),
  }
}

/** Whether a shot has a movement: the strongest of its kind and direction decides. */
export function hasMotion({ motions }: ShotLabels, name: MotionName, to: Direction): Status {
  const same = motions.filter((one) => one.motion === name && one.to === to)
  if (same.some(({ status }) => status === 'present')) return 'present'
  return same.length > 0 ? 'grey' : 'absent'
}

/** Present when every channel stays within its absent bound over the whole shot, absent when one leaves the grey. */
function stillness(views: readonly View[], { distance }: Target): Status {
  const curves = groundCurves(views)
  const spread = (curve: number[]) => Math.max(...curve) - Math.min(...curve)
  const far = distance(0)
  const statuses = [
    ...[curves.pan, curves.tilt, curves.roll].map((curve) =>
      statusOf(spread(curve), BOUNDS.rotation),
    ),
    ...[curves.dolly, curves.truck, curves.pedestal].map((curve) =>
      statusOf(spread(curve) / far, BOUNDS.translation),
    ),
    statusOf(Math.exp(spread(curves.zoom)), BOUNDS.zoom),
  ]
  if (statuses.includes('present')) return 'absent'
  return statuses.includes('grey') ? 'grey' : 'present'
}
