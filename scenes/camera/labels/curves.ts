import { vec3 } from 'gl-matrix'
import { inverse, multiply, subtract } from '../../take/pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import type { Quaternion } from '../../take/take.ts'
import { STEEP } from './thresholds.ts'
import { anglesOf, inDegrees, wrapped, type View } from './view.ts'

export const CHANNELS = ['pan', 'tilt', 'roll', 'dolly', 'truck', 'pedestal', 'zoom'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * How far the camera has come in each channel since the first view, a value for every view. Pan, tilt and roll in degrees
 * (right, up, clockwise positive); dolly, truck and pedestal in metres (ahead, right, up positive), step by step along the
 * heading of the moment; zoom in ln of the focal length (in positive).
 */
export type Curves = Record<Channel, number[]>

/** In the ground's frame: ahead is level, up is the world's. */
export function groundCurves(views: readonly View[]): Curves {
  return curves(views, (from, to) => ({ ...turnOf(from, to), ...travelOf(from, to) }))
}

/** Translations in the axes of the first view instead, as CameraBench's "with respect to the camera". */
export function cameraCurves(views: readonly View[]): Pick<Curves, 'dolly' | 'truck' | 'pedestal'> {
  const [first] = views
  return curves(views, (from, to) => {
    const moved = subtract(to.position, from.position)
    const { forward, right, up } = first as View
    return {
      dolly: vec3.dot(moved, forward),
      truck: vec3.dot(moved, right),
      pedestal: vec3.dot(moved, up),
    }
  })
}

function curves<T extends Record<string, number>>(
  views: readonly View[],
  step: (from: View, to: View) => T,
): Record<keyof T, number[]> {
  const steps = views.slice(1).map((view, i) => step(views[i] as View, view))
  const names = Object.keys(step(views[0] as View, views[0] as View)) as (keyof T)[]
  return Object.fromEntries(
    names.map((name) => {
      let sum = 0
      return [name, [0, ...steps.map((one) => (sum += one[name] as number))]]
    }),
  ) as Record<keyof T, number[]>
}

function turnOf(from: View, to: View): Record<'pan' | 'tilt' | 'roll' | 'zoom', number> {
  const zoom = Math.log(to.focal / from.focal)
  const [a, b] = [anglesOf(from), anglesOf(to)]
  if (Math.max(Math.abs(a.pitch), Math.abs(b.pitch)) > STEEP) {
    const [x, y, z] = turnVector(multiply(inverse(from.rotation), to.rotation))
    return { pan: -y, tilt: x, roll: -z, zoom }
  }
  return {
    pan: wrapped(b.yaw - a.yaw),
    tilt: b.pitch - a.pitch,
    roll: wrapped(b.roll - a.roll),
    zoom,
  }
}

/** Axis times angle of a unit quaternion, degrees. */
export function turnVector([x, y, z, w]: Quaternion): Vec3 {
  const sine = Math.hypot(x, y, z)
  const angle = inDegrees(2 * Math.atan2(sine, Math.abs(w))) * (w < 0 ? -1 : 1)
  return sine < 1e-12 ? [0, 0, 0] : [(x / sine) * angle, (y / sine) * angle, (z / sine) * angle]
}

function travelOf(from: View, to: View): Record<'dolly' | 'truck' | 'pedestal', number> {
  const moved = subtract(to.position, from.position)
  const ahead = aheadOf(from)
  return {
    dolly: vec3.dot(moved, ahead),
    truck: moved[0] * -ahead[2] + moved[2] * ahead[0],
    pedestal: moved[1],
  }
}

/** Level unit vector; of a view straight down towards the picture's top, of one straight up towards its bottom. */
export function aheadOf({ forward, up }: View): Vec3 {
  const steep = Math.abs(forward[1]) > Math.sin((STEEP * Math.PI) / 180)
  const [x, , z] = steep ? (forward[1] < 0 ? up : ([-up[0], 0, -up[2]] as Vec3)) : forward
  const length = Math.hypot(x, z) || 1
  return [x / length, 0, z / length]
}
