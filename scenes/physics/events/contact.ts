import type { PhysicsEvent } from '../physics.ts'
import type { Record, RecordedBody } from '../record.ts'
import { BLOW, type Touch } from '../touches.ts'
import { frameOf, secondsOf, velocityAt } from './course.ts'

/** Slower than this they settle against each other and do not meet, metres per second. */
const LEAST_SPEED = 0.03
/** Seconds that they must have been apart, and since the start: what stands does not arrive. */
const APART = 0.1

/** Two bodies meet: who moved more is the actor. */
export function contacts(record: Record): PhysicsEvent[] {
  return record.touches
    .filter((touch) => isMeeting(record, touch))
    .map((touch) => {
      const [a, b] = touch.solids
      const mover = leads(record, touch) ? a : b
      return {
        t: secondsOf(record, touch.begin),
        kind: 'contact',
        actor: mover,
        other: mover === a ? b : a,
        point: touch.point,
        impulse: touch.impulse,
      }
    })
}

/** Whether it begins, at a speed, after they were apart. */
export function isMeeting(record: Record, touch: Touch): boolean {
  if (touch.onWheels || secondsOf(record, touch.begin) < APART / 10) return false
  const before = record.touches.some(
    (other) =>
      other !== touch &&
      other.a === touch.a &&
      other.b === touch.b &&
      other.begin < touch.begin &&
      secondsOf(record, touch.begin - other.end) < APART,
  )
  return !before && closingSpeed(record, touch) >= LEAST_SPEED
}

/**
 * Metres per second at which they closed in: as they came near, or over the frame before, or by what the blow gave the
 * lighter beyond its weight. In a row of dominoes a whole collision fits between two frames.
 */
export function closingSpeed(record: Record, touch: Touch): number {
  const [va, vb] = speedsBefore(record, touch)
  const masses = [touch.a, touch.b]
    .map((index) => record.bodies[index])
    .filter((body) => body?.plan.type === 'dynamic')
    .map((body) => body?.mass ?? Infinity)
  // What rests is borne up for as long as a blow is measured.
  const weight = 2 * record.gravity * secondsOf(record, BLOW + 1)
  return Math.max(va - vb, touch.closing, touch.impulse / Math.min(...masses) - weight)
}

/** Speeds along the normal, which leads from a to b, over the frame before. */
function speedsBefore(record: Record, touch: Touch): [number, number] {
  const frame = Math.max(0, frameOf(record, touch.begin) - 1)
  return [touch.a, touch.b].map((index) => {
    const body = record.bodies[index] as RecordedBody
    const v = velocityAt(body, touch.point, frame, record.fps, frame + 1)
    return v[0] * touch.normal[0] + v[1] * touch.normal[1] + v[2] * touch.normal[2]
  }) as [number, number]
}

function leads(record: Record, touch: Touch): boolean {
  const [va, vb] = speedsBefore(record, touch)
  if (Math.abs(va) !== Math.abs(vb)) return Math.abs(va) > Math.abs(vb)
  return record.bodies[touch.a]?.plan.type === 'dynamic'
}
