import type { Vec3 } from '../../schema/values.ts'
import { middle } from '../../shape/bounds.ts'
import { inverse, multiply, place, rotate, subtract } from '../../take/pose.ts'
import type { Pose } from '../../take/take.ts'
import type { Record, RecordedBody } from '../record.ts'
import type { Touch } from '../touches.ts'

/** Its pose at a frame. Bodies are in world metres, whatever the scale of their actor. */
export function poseOf({ poses }: RecordedBody, frame: number): Pose {
  const { position, rotation } = poses[Math.min(Math.max(frame, 0), poses.length - 1)] as Pose
  return { position, rotation, scale: 1 }
}

/** The middle of its box in the world. */
export function middleOf(body: RecordedBody, frame: number): Vec3 {
  return place(middle(body.bounds), poseOf(body, frame))
}

/** Metres per second, from a frame to the next, of the point of it that is at a place at a frame. */
export function velocityAt(
  body: RecordedBody,
  point: Vec3,
  frame: number,
  fps: number,
  at = frame,
): Vec3 {
  const pose = poseOf(body, at)
  const own = rotate(subtract(point, pose.position), inverse(pose.rotation))
  const [a, b] = [place(own, poseOf(body, frame)), place(own, poseOf(body, frame + 1))]
  return [(b[0] - a[0]) * fps, (b[1] - a[1]) * fps, (b[2] - a[2]) * fps]
}

/** Metres per second of its middle from a frame to the next. */
export function speedOf(body: RecordedBody, frame: number, fps: number): number {
  return Math.hypot(...subtract(middleOf(body, frame + 1), middleOf(body, frame))) * fps
}

/** Degrees that it turns from a frame to the next. */
export function turnOf(body: RecordedBody, frame: number): number {
  const [a, b] = [poseOf(body, frame).rotation, poseOf(body, frame + 1).rotation]
  const [x, y, z] = multiply(inverse(a), b)
  return (2 * Math.asin(Math.min(1, Math.hypot(x, y, z))) * 180) / Math.PI
}

/** Dynamic bodies with their index. */
export function dynamicBodies({ bodies }: Record): { body: RecordedBody; index: number }[] {
  return bodies
    .map((body, index) => ({ body, index }))
    .filter(({ body }) => body.plan.type === 'dynamic')
}

/** Frame that a step lies in, and the step's time in seconds. */
export function frameOf({ steps }: Record, step: number): number {
  return Math.floor(step / steps)
}
export function secondsOf({ fps, steps }: Record, step: number): number {
  return step / (fps * steps)
}

/** Where between two frames a value passes a limit, in seconds to the step. */
export function crossing(
  record: Record,
  frame: number,
  [before, after]: [number, number],
  limit: number,
): number {
  const share = after === before ? 0 : Math.min(1, Math.max(0, (limit - before) / (after - before)))
  return secondsOf(record, Math.round((frame + share) * record.steps))
}

/** The touches that a body takes part in, turned so that it is the first: the normal leads from it to the other. */
export function touchesOf({ touches }: Record, index: number): Touch[] {
  return touches.flatMap((touch) => {
    if (touch.a === index) return [touch]
    if (touch.b !== index) return []
    const [x, y, z] = touch.normal
    const [mine, its] = touch.solids
    return [{ ...touch, a: touch.b, b: touch.a, solids: [its, mine], normal: [-x, -y, -z] }]
  })
}

/** What holds it up at a frame: touches whose normal leads down, within 60 degrees. */
export function supportsAt(touches: readonly Touch[], record: Record, frame: number): Touch[] {
  const step = frame * record.steps
  return touches.filter(
    ({ begin, end, normal }) => begin <= step + 2 && end > step && normal[1] < -0.5,
  )
}
