import type { PhysicsEvent } from '../physics.ts'
import type { Record } from '../record.ts'
import { bounces } from './bounce.ts'
import { breaksOff } from './breaks-off.ts'
import { contacts } from './contact.ts'
import { falls } from './falls.ts'
import { rolls, slides } from './going.ts'
import { rests } from './rest.ts'
import { topples } from './topples.ts'

/** One reader per sort of event. A new one is a file and a line here. */
const READERS = [contacts, bounces, slides, rolls, rests, topples, falls, breaksOff]

/** Everything that happens to the bodies, in order of time. */
export function eventsIn(record: Record): PhysicsEvent[] {
  return READERS.flatMap((read) => read(record)).sort(
    (a, b) => a.t - b.t || compare(a.kind, b.kind) || compare(a.actor, b.actor),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
