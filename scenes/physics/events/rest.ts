import type { PhysicsEvent } from '../physics.ts'
import type { Record, RecordedBody } from '../record.ts'
import { crossing, dynamicBodies, middleOf, speedOf, turnOf } from './course.ts'

/** At rest: metres and degrees per second, for at least these seconds or to the end. */
const REST = { speed: 0.01, turn: 3 }
const LONG = 0.3
/** Share of its size that it must have gone or turned by since it last rested: settling is not arriving. */
const WAY = 0.05

/** A body that moved comes to rest. */
export function rests(record: Record): PhysicsEvent[] {
  const { fps, frames } = record
  return dynamicBodies(record).flatMap(({ body }) => {
    const pace = Array.from({ length: frames - 1 }, (_, n) => paceOf(record, body, n))
    const { min, max } = body.bounds
    const size = Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2])
    let way = 0
    return pace.flatMap((now, n): PhysicsEvent[] => {
      way += speedOf(body, n, fps) / fps + ((turnOf(body, n) * Math.PI) / 180) * (size / 2)
      const before = pace[n - 1]
      if (before === undefined || before <= 1 || now > 1 || way < WAY * size) return []
      const stays = pace.slice(n, n + Math.ceil(LONG * fps)).every((one) => one <= 1)
      if (!stays || frames - 1 - n < 0.1 * fps) return []
      way = 0
      const t = crossing(record, n - 1, [before, now], 1)
      return [{ t, kind: 'rest', actor: body.plan.actor, point: middleOf(body, n) }]
    })
  })
}

/** Whether it is at rest from a frame to the next. */
export function isStillAt(record: Record, body: RecordedBody, frame: number): boolean {
  return paceOf(record, body, frame) <= 1
}

/** Its speed over that of rest; at most 1 when it rests. */
function paceOf({ fps }: Record, body: RecordedBody, frame: number): number {
  return Math.max(speedOf(body, frame, fps) / REST.speed, (turnOf(body, frame) * fps) / REST.turn)
}
