import type { PhysicsEvent } from '../physics.ts'
import type { Record } from '../record.ts'
import { secondsOf } from './course.ts'

/** A joint gave way: the pull on it, averaged over four steps, was more than its `breakForce`. */
export function breaksOff(record: Record): PhysicsEvent[] {
  return record.breaks.map(({ step, actor, other, point }) => ({
    t: secondsOf(record, step),
    kind: 'breaks-off',
    actor,
    ...(other !== undefined && { other }),
    point,
  }))
}
