import type { Camera } from '../schema/camera.ts'
import type { Vec3 } from '../schema/values.ts'
import { EASINGS } from './easing.ts'
import { lookRotation } from './pose.ts'
import type { CameraTrack, Pose } from './take.ts'
import { trackOf } from './track.ts'

/**
 * Bakes a camera: keys are joined by their easings, then it looks at its point or follows its actor.
 * @param middleOf the middle of an actor at a frame, metres; undefined where there is no such actor
 */
export function shootCamera(
  camera: Camera,
  times: number[],
  middleOf: (id: string) => ((frame: number) => Vec3) | undefined,
): CameraTrack {
  const followed = typeof camera.lookAt === 'string' ? middleOf(camera.lookAt) : undefined
  const keys = [
    { t: 0, ...camera, ease: 'linear' as const },
    ...[...camera.keys].sort((a, b) => a.t - b.t),
  ]

  const value = <T>(
    name: 'position' | 'lookAt' | 'fov' | 'roll',
    t: number,
    mix: (a: T, b: T, x: number) => T,
  ): T => {
    const given = keys.filter((key) => key[name] !== undefined && typeof key[name] !== 'string')
    const next = given.findIndex((key) => key.t > t)
    const last = given.at(next === -1 ? -1 : Math.max(next - 1, 0))
    if (next <= 0) return last?.[name] as T
    const [a, b] = [given[next - 1] as (typeof keys)[number], given[next] as (typeof keys)[number]]
    return mix(a[name] as T, b[name] as T, EASINGS[b.ease]((t - a.t) / (b.t - a.t)))
  }
  const number = (a: number, b: number, x: number) => a + (b - a) * x
  const vector = (a: Vec3, b: Vec3, x: number) =>
    a.map((v, k) => number(v, b[k] as number, x)) as Vec3

  const fov = times.map((t) => value('fov', t, number))
  const poses = times.map((t, frame): Pose => {
    const position = value('position', t, vector)
    const target = followed ? followed(frame) : value('lookAt', t, vector)
    return {
      position,
      rotation: lookRotation(position, target, value('roll', t, number)),
      scale: 1,
    }
  })
  return {
    id: camera.id,
    track: trackOf(poses),
    fov: fov.every((f) => f === fov[0]) ? fov.slice(0, 1) : fov,
  }
}
