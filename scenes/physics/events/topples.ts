import type { Vec3 } from '../../schema/values.ts'
import { inverse, rotate } from '../../take/pose.ts'
import type { PhysicsEvent } from '../physics.ts'
import type { Record, RecordedBody } from '../record.ts'
import { crossing, dynamicBodies, poseOf, supportsAt, touchesOf } from './course.ts'
import { isStillAt } from './rest.ts'

/** Degrees: upright, leaning so that it is falling, over. Dominoes that lie on each other lean by 50 to 70. */
const TILT = { upright: 20, leaning: 8, over: 45 }
/** What is lower than this share of its width has nothing to fall over from. */
const TALL = 0.8
/** Sides that differ by less than this share are those of something round. */
const ROUND = 0.05

/**
 * What stood upright on something turns over, and stays so: that axis of its own which was up at the start, or when it
 * first stood still, leans by 45 degrees or more to the end. What stands on its round side rolls, and topples when its
 * axle rises by as much.
 */
export function topples(record: Record): PhysicsEvent[] {
  return dynamicBodies(record).flatMap(({ body, index }): PhysicsEvent[] => {
    if (body.plan.pieces.every(({ form }) => form.kind === 'ball')) return []
    const still = Array.from({ length: record.frames - 1 }, (_, n) => n).find((n) =>
      isStillAt(record, body, n),
    )
    for (const from of new Set([0, still ?? 0])) {
      const found = toppledSince(record, body, index, from)
      if (found) return [found]
    }
    return []
  })
}

function toppledSince(
  record: Record,
  body: RecordedBody,
  index: number,
  from: number,
): PhysicsEvent | undefined {
  const tiltOf = standing(body, from)
  if (!tiltOf) return undefined
  const { frames } = record
  const tilts = Array.from({ length: frames }, (_, n) => tiltOf(n))
  const upright = tilts.findLastIndex((tilt) => tilt < TILT.over)
  const over = upright + 1
  if (upright < from || over >= frames) return undefined
  const leaning = tilts.findLastIndex((tilt, n) => n < over && tilt < TILT.leaning)
  const stood = touchesOf(record, index)
  const held = [leaning, leaning - 1, leaning + 1].some(
    (n) => supportsAt(stood, record, n).length > 0,
  )
  if (leaning < from || !held) return undefined
  const pair = (n: number): [number, number] => [tilts[n] as number, tilts[n + 1] as number]
  return {
    t: crossing(record, leaning, pair(leaning), TILT.leaning),
    until: crossing(record, upright, pair(upright), TILT.over),
    kind: 'topples',
    actor: body.plan.actor,
  }
}

/** How far it leans at a frame, degrees; undefined for what does not stand tall and upright at the first. */
function standing(body: RecordedBody, from: number): ((frame: number) => number) | undefined {
  const up = rotate([0, 1, 0], inverse(poseOf(body, from).rotation))
  const axis = ([0, 1, 2] as const).reduce((a, b) => (Math.abs(up[b]) > Math.abs(up[a]) ? b : a))
  const { min, max } = body.bounds
  const size = [max[0] - min[0], max[1] - min[1], max[2] - min[2]] as const
  const others = ([0, 1, 2] as const).filter((k) => k !== axis)
  // A drum on its round side: any of its spokes is up as well.
  const axle = others.find((k) => up[k] ** 2 < Math.sin(radians(TILT.upright)) ** 2 && isRound(k))
  const tall = size[axis] >= TALL * Math.min(...others.map((k) => size[k]))
  if (axle !== undefined)
    return size[axis] >= TALL * size[axle]
      ? (frame) => 90 - between(unit(axle), frame, false)
      : undefined
  const sign = Math.sign(up[axis])
  const own = unit(axis).map((x) => sign * x) as Vec3
  return tall && between(own, from, true) <= TILT.upright
    ? (frame) => between(own, frame, true)
    : undefined

  /** Degrees between one of its own directions and the vertical; upwards only, or either way. */
  function between(direction: Vec3, frame: number, upwards: boolean): number {
    const [, y] = rotate(direction, poseOf(body, frame).rotation)
    return (Math.acos(Math.min(1, Math.max(-1, upwards ? y : Math.abs(y)))) * 180) / Math.PI
  }

  function isRound(k: 0 | 1 | 2): boolean {
    const [a, b] = ([0, 1, 2] as const).filter((one) => one !== k).map((one) => size[one])
    if (Math.abs((a as number) - (b as number)) > ROUND * Math.max(a as number, b as number))
      return false
    return body.plan.pieces.some(
      ({ form, rotation }) =>
        ['cylinder', 'cone', 'capsule'].includes(form.kind) &&
        Math.abs(rotate([0, 1, 0], rotation)[k]) > 0.99,
    )
  }
}

function unit(k: 0 | 1 | 2): Vec3 {
  return [k === 0 ? 1 : 0, k === 1 ? 1 : 0, k === 2 ? 1 : 0]
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
