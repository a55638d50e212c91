import type { PhysicsEvent } from '../physics.ts'
import type { Record } from '../record.ts'

/** Everything that happens between bodies, in order of time. */
export function eventsIn(record: Record): PhysicsEvent[] {
  return record.breaks.map(({ step, actor, other, point }) => ({
    t: step / (record.fps * record.steps),
    kind: 'breaks-off',
    actor,
    ...(other !== undefined && { other }),
    point,
  }))
}
