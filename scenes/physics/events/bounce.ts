import type { PhysicsEvent } from '../physics.ts'
import type { Record } from '../record.ts'
import { closingSpeed } from './contact.ts'
import { dynamicBodies, frameOf, middleOf, secondsOf, touchesOf } from './course.ts'

/** Metres per second before, and the share of it that its middle keeps, going back, after. */
const LEAST = { speed: 0.3, share: 0.15 }
/** Seconds that it touches at most. */
const BRIEF = 0.08

/** A body comes off again from what it ran into. */
export function bounces(record: Record): PhysicsEvent[] {
  return dynamicBodies(record).flatMap(({ body, index }) =>
    touchesOf(record, index).flatMap((touch): PhysicsEvent[] => {
      const { begin, end, normal, solids, point, impulse } = touch
      const speed = closingSpeed(record, touch)
      if (touch.onWheels || speed < LEAST.speed || secondsOf(record, end - begin) > BRIEF) return []
      const along = (frame: number) => {
        const [a, b] = [middleOf(body, frame), middleOf(body, frame + 1)]
        return [0, 1, 2].reduce(
          (sum, k) =>
            sum + ((b[k] as number) - (a[k] as number)) * (normal[k] as number) * record.fps,
          0,
        )
      }
      const [came, went] = [along(frameOf(record, begin) - 1), along(frameOf(record, end) + 1)]
      if (came <= 0 || went > -LEAST.share * came) return []
      return [
        {
          t: secondsOf(record, begin),
          kind: 'bounce',
          actor: solids[0],
          other: solids[1],
          point,
          impulse,
        },
      ]
    }),
  )
}
