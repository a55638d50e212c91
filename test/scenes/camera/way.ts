import { about, multiply, rotate } from '../../../scenes/take/pose.ts'
import type { View } from '../../../scenes/camera/labels/view.ts'

type Vec3 = [number, number, number]

/** A camera 5 m in front of (0, 1, 0), as turned and moved from there. */
export interface Place {
  /** Degrees: to the right, up, clockwise. */
  yaw?: number
  pitch?: number
  roll?: number
  /** Metres along its level heading, to the right, upwards. */
  ahead?: number
  side?: number
  up?: number
  /** Times the focal length. */
  zoom?: number
  /** Degrees about the target: to the right, and upwards; it goes on looking at it. */
  around?: number
  over?: number
}

/** Where it is after a share of its time. */
export type Way = (x: number) => Place

const TARGET: Vec3 = [0, 1, 0]
const FAR = 5

export function walk(way: Way, frames: number): View[] {
  return Array.from({ length: frames }, (_, n) => viewOf(way(n / (frames - 1))))
}

export function viewOf(place: Place): View {
  const {
    yaw = 0,
    pitch = 0,
    roll = 0,
    ahead = 0,
    side = 0,
    up = 0,
    zoom = 1,
    around = 0,
    over = 0,
  } = place
  const round = about([0, 1, 0], around)
  const arm = rotate(rotate([0, 0, FAR - ahead], about([1, 0, 0], -over)), round)
  const sideways = rotate([side, 0, 0], round)
  const rotation = multiply(
    multiply(multiply(round, about([0, 1, 0], -yaw)), about([1, 0, 0], pitch - over)),
    about([0, 0, 1], -roll),
  )
  return {
    position: [0, 1, 2].map(
      (k) => TARGET[k]! + arm[k]! + sideways[k]! + (k === 1 ? up : 0),
    ) as Vec3,
    rotation,
    right: rotate([1, 0, 0], rotation),
    up: rotate([0, 1, 0], rotation),
    forward: rotate([0, 0, -1], rotation),
    focal: zoom / Math.tan((40 * Math.PI) / 360),
  }
}
