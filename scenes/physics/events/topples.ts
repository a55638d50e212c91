import type { PhysicsEvent } from '../physics.ts'
import type { Record, RecordedBody } from '../record.ts'
import { crossing, dynamicBodies, supportsAt, tiltOf, touchesOf } from './course.ts'

/** Degrees: upright, leaning so that it is falling, over. Dominoes that lie on each other lean by 50 to 70. */
const TILT = { upright: 20, leaning: 8, over: 45 }
/** What is lower than this share of its width has nothing to fall over from. */
const TALL = 0.8

/** What stood upright on something turns over, and stays so: its own +Y leans by 45 degrees or more to the end. */
export function topples(record: Record): PhysicsEvent[] {
  const { frames } = record
  return dynamicBodies(record).flatMap(({ body, index }): PhysicsEvent[] => {
    if (!isTall(body) || tiltOf(body, 0) > TILT.upright) return []
    const tilts = Array.from({ length: frames }, (_, n) => tiltOf(body, n))
    const upright = tilts.findLastIndex((tilt) => tilt < TILT.over)
    const over = upright + 1
    if (upright === -1 || over >= frames) return []
    const leaning = tilts.findLastIndex((tilt, n) => n < over && tilt < TILT.leaning)
    const stood = touchesOf(record, index)
    const held = [leaning, leaning - 1, leaning + 1].some(
      (n) => supportsAt(stood, record, n).length > 0,
    )
    if (leaning === -1 || !held) return []
    const pair = (n: number): [number, number] => [tilts[n] as number, tilts[n + 1] as number]
    return [
      {
        t: crossing(record, leaning, pair(leaning), TILT.leaning),
        until: crossing(record, upright, pair(upright), TILT.over),
        kind: 'topples',
        actor: body.plan.actor,
      },
    ]
  })
}

/** Balls, and what is flat, cannot topple. */
function isTall({ plan, bounds: { min, max } }: RecordedBody): boolean {
  const [x, y, z] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
  return y >= TALL * Math.min(x, z) && plan.pieces.some(({ form }) => form.kind !== 'ball')
}
