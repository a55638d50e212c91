import type { Vec3 } from '../../schema/values.ts'
import { corners } from '../../shape/bounds.ts'
import { place } from '../../take/pose.ts'
import type { PhysicsEvent } from '../physics.ts'
import type { Record, RecordedBody } from '../record.ts'
import type { Touch } from '../touches.ts'
import {
  dynamicBodies,
  middleOf,
  poseOf,
  secondsOf,
  speedOf,
  supportsAt,
  touchesOf,
  turnOf,
  velocityAt,
} from './course.ts'

/** Metres per second below which it goes nowhere, and seconds that it must go on. */
const SPEED = 0.03
const LONG = 0.2
/** Turns over the way as a ball of its height would, within these shares: rolling. */
const ROLLING = { least: 0.6, most: 1.6 }
/** Share of the speed of its middle that its foot has when it slides: what topples stands on its foot. */
const SLIDING = 0.6

/** Stretches in which a body rolls over what holds it up. */
export function rolls(record: Record): PhysicsEvent[] {
  return goings(record, 'roll', (body, frame) => {
    const share = rollingShare(body, frame)
    return share > ROLLING.least && share < ROLLING.most
  })
}

/** Stretches in which it slides over what holds it up. */
export function slides(record: Record): PhysicsEvent[] {
  return goings(record, 'slide', (body, frame, base) => {
    const { fps } = record
    const point = lowestOf(body, frame)
    const [mine, its] = [body, base].map((one) => velocityAt(one, point, frame, fps)) as [
      Vec3,
      Vec3,
    ]
    const foot = Math.hypot(mine[0] - its[0], mine[2] - its[2])
    return foot > SPEED && foot > SLIDING * speedOf(body, frame, fps)
  })
}

function goings(
  record: Record,
  kind: 'roll' | 'slide',
  isSo: (body: RecordedBody, frame: number, base: RecordedBody) => boolean,
): PhysicsEvent[] {
  return dynamicBodies(record).flatMap(({ body, index }) => {
    // What goes on its wheels drives.
    const touches = touchesOf(record, index).filter(({ onWheels }) => !onWheels)
    const found: { from: number; to: number; support: Touch }[] = []
    for (let frame = 0; frame < record.frames - 1; frame++) {
      const [support] = supportsAt(touches, record, frame)
      if (!support || speedOf(body, frame, record.fps) < SPEED) continue
      if (!isSo(body, frame, record.bodies[support.b] as RecordedBody)) continue
      const last = found.at(-1)
      if (last && last.to === frame && last.support.b === support.b) last.to = frame + 1
      else found.push({ from: frame, to: frame + 1, support })
    }
    return found
      .filter(({ from, to }) => (to - from) / record.fps >= LONG)
      .map(({ from, to, support }): PhysicsEvent => ({
        t: secondsOf(record, from * record.steps),
        until: secondsOf(record, to * record.steps),
        kind,
        actor: support.solids[0],
        other: support.solids[1],
      }))
  })
}

/** The lowest point of its box: of a ball, the lowest of itself. */
function lowestOf(body: RecordedBody, frame: number): Vec3 {
  const pose = poseOf(body, frame)
  if (body.plan.pieces.every(({ form }) => form.kind === 'ball')) {
    const [x, y, z] = middleOf(body, frame)
    return [x, y - (body.bounds.max[1] - body.bounds.min[1]) / 2, z]
  }
  return corners(body.bounds)
    .map((corner) => place(corner, pose))
    .reduce((a, b) => (b[1] < a[1] ? b : a))
}

/** The turn times half its height over the way of its middle: 1 for a ball that rolls. */
function rollingShare(body: RecordedBody, frame: number): number {
  const { min, max } = body.bounds
  const [x, y, z] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
  // What rolls about its long axis does so on its two like sides.
  const radius = ([x, y, z].sort((a, b) => a - b)[1] as number) / 2
  const [a, b] = [middleOf(body, frame), middleOf(body, frame + 1)]
  const way = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])
  return ((turnOf(body, frame) * Math.PI) / 180) * (radius / Math.max(way, 1e-9))
}
