import { vec3 } from 'gl-matrix'
import { subtract } from '../../take/pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import { groundCurves } from './curves.ts'
import type { Target } from './motions.ts'
import { pacesOf, RESTS } from './speed.ts'
import type { View } from './view.ts'

/** CameraBench's scale; `static` also has no movement at all. */
export type Steadiness = 'static' | 'very_smooth' | 'smooth' | 'unsteady' | 'very_unsteady'

/** Seconds of the smooth way that unrest is told from. */
const WINDOW = 0.5

/**
 * Unrest, shares of the picture's height: from where, and up to, each word holds; what lies between is grey. Behind a lens of
 * 40 degrees a calm hand (0.3) comes to 0.001 and is unsteady, a nervous one (1) to 0.004 and is very unsteady; a long
 * lens shows more of the same hand. What a machine moves stays below 0.0001 even as it starts and stops.
 */
const SCALE: readonly { word: Exclude<Steadiness, 'static'>; from: number; to: number }[] = [
  { word: 'very_smooth', from: 0, to: 0.00012 },
  { word: 'smooth', from: 0.00018, to: 0.00035 },
  { word: 'unsteady', from: 0.0005, to: 0.0022 },
  { word: 'very_unsteady', from: 0.003, to: Number.POSITIVE_INFINITY },
]

/** How steady a camera is; undefined in the grey, and of a shot too short to tell. */
export function steadinessOf(
  views: readonly View[],
  fps: number,
  target: Target,
): Steadiness | undefined {
  const unrest = unrestOf(views, fps, target)
  if (unrest === undefined) return undefined
  const rests = pacesOf(views, fps, target).every((pace) => pace < RESTS)
  if (rests && unrest === 0) return 'static'
  return SCALE.find(({ from, to }) => unrest >= from && unrest <= to)?.word
}

/**
 * How far the picture trembles about the smooth way of its surroundings in time: the parabola that fits half a second about
 * each moment best. Turns, and travel as the angle that the target is seen to move by, in shares of the picture's height; of
 * all moments the middle one, so that a start or a stop is not taken for unrest. Undefined below a second.
 */
export function unrestOf(views: readonly View[], fps: number, target: Target): number | undefined {
  const half = Math.round((WINDOW * fps) / 2)
  if (half < 2 || views.length < fps) return undefined
  const { pan, tilt, roll } = groundCurves(views)
  const [first] = views as [View]
  const ways = views.map(({ position }) => subtract(position, first.position))
  const weights = parabola(half)
  const off = (curve: (n: number) => number, at: number) =>
    curve(at) - weights.reduce((sum, w, k) => sum + w * curve(at - half + k), 0)
  const offs: number[] = []
  for (let n = half; n < views.length - half; n++) {
    const { right, up, focal } = views[n] as View
    const turns = [pan, tilt, roll].map(
      (curve) => (off((k) => curve[k] as number, n) * Math.PI) / 180,
    )
    const moved = [0, 1, 2].map((axis) => off((k) => (ways[k] as Vec3)[axis] as number, n)) as Vec3
    const far = Math.max(target.distance(n), 1e-6)
    const seen = [...turns, vec3.dot(moved, right) / far, vec3.dot(moved, up) / far]
    offs.push((Math.hypot(...seen) * focal) / 2)
  }
  const middle = offs.sort((a, b) => a - b)[Math.floor(offs.length / 2)] as number
  // Below a thousandth of a pixel of the largest picture there is nothing.
  return middle < 1e-7 ? 0 : middle
}

/** Weights of the values from -half to half whose sum is the value at 0 of the parabola that fits them best. */
function parabola(half: number): number[] {
  const offsets = Array.from({ length: 2 * half + 1 }, (_, k) => k - half)
  const sum = (power: number) => offsets.reduce((total, k) => total + k ** power, 0)
  const [n, s2, s4] = [sum(0), sum(2), sum(4)]
  return offsets.map((k) => (s4 - s2 * k * k) / (n * s4 - s2 * s2))
}
