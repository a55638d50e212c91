import type { Vec3 } from '../../schema/values.ts'
import { around, corners, type Bounds } from '../../shape/bounds.ts'
import { add, place, rotate, unplace } from '../../take/pose.ts'
import { pointsOf } from '../forms/stretch.ts'
import type { PhysicsEvent } from '../physics.ts'
import type { Record, RecordedBody } from '../record.ts'
import type { Touch } from '../touches.ts'
import {
  dynamicBodies,
  frameOf,
  middleOf,
  poseOf,
  secondsOf,
  supportsAt,
  touchesOf,
  velocityAt,
} from './course.ts'

/**
 * Metres by which its foot gets below where it stood, and share of its thickness by which its middle does, within
 * seconds: what tips over an edge has its front below before it leaves.
 */
const DROP = { metres: 0.03, share: 0.5 }
const SOON = 0.8
/** The other made way when it went faster than the body, and than this: metres per second. */
const GAVE_WAY = 0.05

/**
 * A body leaves what it stood on and drops below it: it fell off, or lost its support when that moved away. Below is
 * below the plane in which the two touched, so that it fell off an edge and does not hop down a slope; what jumps or is
 * thrown, and rises by as much before, falls off nothing; nothing falls off a hill, nor off what is all around it: it
 * falls into a hole of that.
 */
export function falls(record: Record): PhysicsEvent[] {
  return dynamicBodies(record).flatMap(({ body, index }) => {
    const stood = touchesOf(record, index)
    return stood.flatMap((touch): PhysicsEvent[] => {
      const frame = frameOf(record, touch.end)
      if (touch.normal[1] > -0.5 || touch.end === Infinity || frame >= record.frames - 1) return []
      const other = record.bodies[touch.b] as RecordedBody
      if (other.plan.pieces.some(({ form }) => form.kind === 'mesh')) return []
      const below = dropFrom(record, body, touch)
      if (below === undefined || isHeld(record, stood, touch, below)) return []
      if (isAround(other, body, frame, below)) return []
      const [mine, away] = [body, other].map((one) => speedAt(record, one, body, frame)) as [
        number,
        number,
      ]
      return [
        {
          t: secondsOf(record, touch.end),
          kind: away > GAVE_WAY && away > mine ? 'loses-support' : 'falls-off',
          actor: touch.solids[0],
          other: touch.solids[1],
          point: middleOf(body, frame),
        },
      ]
    })
  })
}

/** The frame in which it is so far below that it has fallen; none when it rises first, or never is. */
function dropFrom(record: Record, body: RecordedBody, touch: Touch): number | undefined {
  const frame = frameOf(record, touch.end)
  const last = Math.min(record.frames - 1, frame + Math.ceil(SOON * record.fps))
  const drop = Math.max(DROP.metres, DROP.share * thicknessOf(body))
  const from = heightOver(touch.normal, body, frame)
  const foot = footOf(body, frame)
  const [, middle] = middleOf(body, frame)
  for (let n = frame + 1; n <= last; n++) {
    const risen = heightOver(touch.normal, body, n) - from
    if (risen > drop) return undefined
    const isBelow = Math.max(risen, footOf(body, n) - foot) < -DROP.metres
    if (isBelow && middleOf(body, n)[1] < middle - drop) return n
  }
  return undefined
}

/** Whether the other holds it up again before it has fallen: on a lower step it has. */
function isHeld(record: Record, stood: readonly Touch[], { b, end }: Touch, below: number) {
  const frame = frameOf(record, end)
  return (
    supportsAt(stood, record, frame + 1).some((one) => one.b === b && one.begin <= end) ||
    stood.some((one) => one.b === b && one.begin > end && frameOf(record, one.begin) < below)
  )
}

/** Whether the other has matter on all four sides of where a body fell, as high as its foot was. */
function isAround(other: RecordedBody, body: RecordedBody, frame: number, below: number): boolean {
  const pose = poseOf(other, frame)
  const [x, , z] = unplace(middleOf(body, below), pose)
  const [cx, , cz] = middleOf(body, frame)
  const [, level] = unplace([cx, footOf(body, frame) - 0.25 * heightOf(body, frame), cz], pose)
  const boxes = other.plan.pieces
    .map(({ form, at, rotation }) =>
      around(pointsOf(form).map((point) => add(at, rotate(point, rotation)))),
    )
    .filter(({ min, max }) => min[1] < level && level < max[1])
  const spans = (box: Bounds, k: 0 | 2, p: number) => box.min[k] < p && p < box.max[k]
  return (
    [(box: Bounds) => box.max[0] > x, (box: Bounds) => box.min[0] < x].every((isThere) =>
      boxes.some((box) => spans(box, 2, z) && isThere(box)),
    ) &&
    [(box: Bounds) => box.max[2] > z, (box: Bounds) => box.min[2] < z].every((isThere) =>
      boxes.some((box) => spans(box, 0, x) && isThere(box)),
    )
  )
}

/** Metres per second, over the frame before, of the point of a body that is at the middle of another. */
function speedAt(record: Record, one: RecordedBody, body: RecordedBody, frame: number): number {
  const before = Math.max(0, frame - 1)
  return Math.hypot(...velocityAt(one, middleOf(body, before), before, record.fps))
}

/** Metres of its lowest corner along a normal that leads down, seen from below. */
function heightOver(normal: Vec3, body: RecordedBody, frame: number): number {
  return Math.min(
    ...boxOf(body, frame).map(([x, y, z]) => -(x * normal[0] + y * normal[1] + z * normal[2])),
  )
}

function footOf(body: RecordedBody, frame: number): number {
  return Math.min(...boxOf(body, frame).map(([, y]) => y))
}

function thicknessOf({ bounds: { min, max } }: RecordedBody): number {
  return Math.min(...([0, 1, 2] as const).map((k) => max[k] - min[k]))
}

function heightOf(body: RecordedBody, frame: number): number {
  return Math.max(...boxOf(body, frame).map(([, y]) => y)) - footOf(body, frame)
}

function boxOf(body: RecordedBody, frame: number): Vec3[] {
  const pose = poseOf(body, frame)
  return corners(body.bounds).map((corner) => place(corner, pose))
}
