import type { Vec3 } from '../../schema/values.ts'
import { corners } from '../../shape/bounds.ts'
import { place } from '../../take/pose.ts'
import type { PhysicsEvent } from '../physics.ts'
import type { Record, RecordedBody } from '../record.ts'
import {
  dynamicBodies,
  frameOf,
  middleOf,
  poseOf,
  secondsOf,
  speedOf,
  supportsAt,
  touchesOf,
} from './course.ts'

/** Metres, and shares of its height, by which its foot gets below where it stood, within seconds. */
const DROP = { metres: 0.03, share: 0.5 }
const SOON = 0.8
/** The other made way when it moved by this share of the drop before that. */
const GAVE_WAY = 0.5

/** A body leaves what it stood on and drops below it: it fell off, or lost its support when that moved away. */
export function falls(record: Record): PhysicsEvent[] {
  return dynamicBodies(record).flatMap(({ body, index }) => {
    const stood = touchesOf(record, index)
    return stood.flatMap((touch): PhysicsEvent[] => {
      const frame = frameOf(record, touch.end)
      if (touch.normal[1] > -0.5 || touch.end === Infinity || frame >= record.frames - 1) return []
      if (supportsAt(stood, record, frame + 1).some((other) => other.b === touch.b)) return []
      const other = record.bodies[touch.b] as RecordedBody
      const drop = Math.max(DROP.metres, DROP.share * heightOf(body, frame))
      const last = Math.min(record.frames - 1, frame + Math.ceil(SOON * record.fps))
      // Where the other's face was when they parted; it may sink itself.
      const lost = footOf(body, frame) - footOf(body, last)
      const held = stood.some(
        (one) => one.b === touch.b && one.begin > touch.end && frameOf(record, one.begin) <= last,
      )
      if (lost < drop || held) return []
      const away = speedOf(other, Math.max(0, frame - 1), record.fps)
      const mine = speedOf(body, Math.max(0, frame - 1), record.fps)
      const gave = away > GAVE_WAY && away > mine
      return [
        {
          t: secondsOf(record, touch.end),
          kind: gave ? 'loses-support' : 'falls-off',
          actor: touch.solids[0],
          other: touch.solids[1],
          point: middleOf(body, frame),
        },
      ]
    })
  })
}

function footOf(body: RecordedBody, frame: number): number {
  return Math.min(...boxOf(body, frame).map(([, y]) => y))
}

function heightOf(body: RecordedBody, frame: number): number {
  return Math.max(...boxOf(body, frame).map(([, y]) => y)) - footOf(body, frame)
}

function boxOf(body: RecordedBody, frame: number): Vec3[] {
  const pose = poseOf(body, frame)
  return corners(body.bounds).map((corner) => place(corner, pose))
}
