import type { Motion, MotionOf } from '../schema/motion.ts'
import type { Vec3 } from '../schema/values.ts'
import { EASINGS } from './easing.ts'
import { smoothLine } from './path.ts'
import { about, add, multiply, quaternionOf } from './pose.ts'
import type { Quaternion } from './take.ts'

/** An actor's pose in its parent's frame while motions act on it. */
export interface Posing {
  position: Vec3
  rotation: Quaternion
  scale: number
}

/** What one motion makes of a pose at a time in seconds. */
type Player = (pose: Posing, seconds: number) => Posing

const AXES: Record<'x' | 'y' | 'z', Vec3> = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] }

const PLAYERS: { [K in Motion['kind']]: (motion: MotionOf<K>) => Player } = {
  move: playMove,
  path: playPath,
  spin: playSpin,
  oscillate: playOscillate,
}

/** Prepares a motion for sampling: lines are measured once, keys sorted once. */
export function player<K extends Motion['kind']>(motion: MotionOf<K>): Player {
  return PLAYERS[motion.kind as K](motion)
}

function playMove({ keys }: MotionOf<'move'>): Player {
  const sorted = [...keys].sort((a, b) => a.t - b.t)
  const channel = <T>(
    name: 'position' | 'rotation' | 'scale',
    base: T,
    t: number,
    mix: (a: T, b: T, x: number) => T,
  ): T => {
    const given = sorted.filter((key) => key[name] !== undefined)
    const next = given.findIndex((key) => key.t > t)
    const value = (i: number) => given[i]?.[name] as T
    if (given.length === 0) return base
    if (next === 0) return value(0)
    if (next === -1) return value(given.length - 1)
    const [a, b] = [given[next - 1] as (typeof keys)[number], given[next] as (typeof keys)[number]]
    return mix(value(next - 1), value(next), EASINGS[b.ease]((t - a.t) / (b.t - a.t)))
  }
  return (pose, t) => ({
    position: channel('position', pose.position, t, mixVec),
    rotation: sorted.some((key) => key.rotation)
      ? quaternionOf(channel('rotation', [0, 0, 0] as Vec3, t, mixVec))
      : pose.rotation,
    scale: channel('scale', pose.scale, t, (a, b, x) => a + (b - a) * x),
  })
}

function playPath(path: MotionOf<'path'>): Player {
  const line = smoothLine(path.points, path.closed)
  const seconds = path.to === undefined ? line.length / (path.speed as number) : path.to - path.from
  const endless = path.closed && path.speed !== undefined
  return (pose, t) => {
    const share = (t - path.from) / seconds
    const way = endless ? Math.max(share, 0) : EASINGS[path.ease](Math.min(Math.max(share, 0), 1))
    const { point, direction } = line.at(way * line.length)
    const level = Math.hypot(direction[0], direction[2])
    const heading = level > 1e-9 ? (Math.atan2(direction[0], direction[2]) * 180) / Math.PI : 0
    const faced =
      path.face === 'along' ? multiply(about(AXES.y, heading), pose.rotation) : pose.rotation
    if (path.roll === undefined) return { ...pose, position: point, rotation: faced }
    const turned = ((way * line.length) / path.roll) * (180 / Math.PI)
    const axle: Vec3 = level > 1e-9 ? [direction[2] / level, 0, -direction[0] / level] : AXES.x
    return {
      ...pose,
      position: point,
      rotation: multiply(about(axle, turned), path.face === 'along' ? faced : pose.rotation),
    }
  }
}

function playSpin({ axis, speed, from, to }: MotionOf<'spin'>): Player {
  return (pose, t) => {
    const active = Math.max(0, Math.min(t, to ?? t) - from)
    return { ...pose, rotation: multiply(pose.rotation, about(AXES[axis], active * speed)) }
  }
}

function playOscillate({ of, axis, amplitude, period, phase }: MotionOf<'oscillate'>): Player {
  return (pose, t) => {
    const swing = amplitude * Math.sin(2 * Math.PI * (t / period + phase / 360))
    return of === 'position'
      ? {
          ...pose,
          position: add(
            pose.position,
            [0, 1, 2].map((k) => (AXES[axis][k] as number) * swing) as Vec3,
          ),
        }
      : { ...pose, rotation: multiply(pose.rotation, about(AXES[axis], swing)) }
  }
}

function mixVec(a: Vec3, b: Vec3, x: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * x, a[1] + (b[1] - a[1]) * x, a[2] + (b[2] - a[2]) * x]
}
