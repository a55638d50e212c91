import { vec3 } from 'gl-matrix'
import { inverse, multiply, subtract } from '../../take/pose.ts'
import { turnVector } from './curves.ts'
import type { Motion, Target } from './motions.ts'
import type { View } from './view.ts'

export type Speed = 'slow' | 'regular' | 'fast'

/** Shares of the picture's width a second, the middle one of all moments that move; what lies between is grey. */
const SCALE: readonly { word: Speed; from: number; to: number }[] = [
  { word: 'slow', from: 0, to: 0.05 },
  { word: 'regular', from: 0.065, to: 0.2 },
  { word: 'fast', from: 0.25, to: Number.POSITIVE_INFINITY },
]

/** Seconds over which speed is measured: a hand's unrest is none. */
const STEP = 0.25
/** Below this share of the width a second the camera rests. */
export const RESTS = 0.01
/** Width over height where nothing is known of the picture. */
const USUAL = 16 / 9

/** How fast a camera's movements are; undefined when none is present, and in the grey. */
export function speedOf(
  views: readonly View[],
  fps: number,
  target: Target,
  motions: readonly Motion[],
): Speed | undefined {
  const present = motions.filter(({ status }) => status === 'present')
  const paces = pacesOf(views, fps, target).filter(
    (pace, n) => pace >= RESTS && present.some(({ from, until }) => n >= from && n < until),
  )
  const middle = paces.sort((a, b) => a - b)[Math.floor(paces.length / 2)]
  if (middle === undefined) return undefined
  return SCALE.find(({ from, to }) => middle >= from && middle <= to)?.word
}

/**
 * Widths of the picture a second, at each moment from which a quarter of a second is left. Of a turn and of travel to a
 * side, how far what stands at the target's depth would go; of a roll, a zoom and travel along the view, how far the
 * picture's edges go. The greatest counts: an arc's turn does not take away its travel.
 */
export function pacesOf(views: readonly View[], fps: number, target: Target): number[] {
  const step = Math.max(1, Math.min(Math.round(STEP * fps), views.length - 1))
  const { aspect = USUAL } = target
  const paces: number[] = []
  for (let n = 0; n + step < views.length; n++) {
    const [a, b] = [views[n] as View, views[n + step] as View]
    const [x, y, z] = turnVector(multiply(inverse(a.rotation), b.rotation)).map(
      (degrees) => (degrees * Math.PI) / 180,
    ) as [number, number, number]
    const moved = subtract(b.position, a.position)
    const far = Math.max(target.distance(n), 1e-6)
    const across = Math.hypot(vec3.dot(moved, a.right), vec3.dot(moved, a.up)) / far
    const inWidths = a.focal / 2 / aspect
    const gone = Math.max(
      Math.hypot(x, y) * inWidths,
      across * inWidths,
      Math.abs(z) / 2,
      Math.abs(vec3.dot(moved, a.forward) / far) / 2,
      Math.abs(Math.log(b.focal / a.focal)) / 2,
    )
    paces.push((gone * fps) / step)
  }
  return paces
}
