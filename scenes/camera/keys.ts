import type { Shot } from '../schema/camera.ts'
import type { Vec3 } from '../schema/values.ts'
import { EASINGS } from '../take/easing.ts'
import { towards, type CameraPose } from './camera-pose.ts'
import type { Span } from './shoot-camera.ts'
import type { Subjects } from './subjects.ts'

/** A shot by hand: keys are joined by their easings, then it looks at its point or follows its actor. */
export function byKeys(
  shot: Shot,
  { from, to }: Span,
  fps: number,
  subjects: Subjects,
): CameraPose[] {
  const { lookAt } = shot
  const keys = [
    { t: from / fps, ...shot, ease: 'linear' as const },
    ...[...shot.keys].sort((a, b) => a.t - b.t),
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
  return Array.from({ length: to - from }, (_, i): CameraPose => {
    const t = (from + i) / fps
    const position = value('position', t, vector)
    const target =
      typeof lookAt === 'string' ? subjects.middleOf(lookAt, from + i) : value('lookAt', t, vector)
    return {
      position,
      ...towards(position, target),
      roll: value('roll', t, number),
      fov: value('fov', t, number),
    }
  })
}
