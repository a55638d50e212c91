import type { Shot } from '../../schema/camera.ts'
import type { Frame } from '../../schema/framing.ts'
import type { Vec3 } from '../../schema/values.ts'
import type { JsonPath } from '../../problems/fault.ts'
import type { CameraPose } from '../camera-pose.ts'
import { placeOf } from '../labels/around.ts'
import { sizeOf } from '../labels/size.ts'
import type { Span } from '../shoot-camera.ts'
import { cornersOf, pointIn, type SubjectBox } from '../subject-box.ts'
import { candidatesOf } from './candidates.ts'
import { FramingError } from './framing-error.ts'
import { framedPart, isHeld, isMet } from './held.ts'
import { poseOf, viewOf } from './pose.ts'
import { EYES, isWhole, PLACES, sizeRange } from './scale.ts'
import { CLEAR, type Surroundings } from './surroundings.ts'
import { faultOf, type Reason } from './reasons.ts'

export interface FramingTask {
  frame: Frame
  shot: Shot
  /** Of the shot in the scene. */
  path: JsonPath
  span: Span
  fps: number
  /** Of the picture, width over height. */
  aspect: number
  /** Level unit vector: where the subject heads when the shot begins. */
  heading: Vec3
  surroundings: Surroundings
  /** The poses of the whole shot when it begins at one. */
  play: (first: CameraPose) => CameraPose[]
}

/** Share of the lines of sight that must be free. */
const FREE = 0.8

/** Candidates that fail in the middle of the shot, after which the others are given up: they cost most. */
const MOST_LOOKED_THROUGH = 300

/** Frames of a shot that are looked at. */
const FRAMES_SEEN = 25

/** How a shot begins: the first candidate that everything holds of. Throws `FramingError` when none does. */
export function solveFraming(task: FramingTask): CameraPose {
  const { frame, span, aspect, heading, surroundings } = task
  const ids = idsOf(frame)
  const box = surroundings.boxOf(ids, span.from)
  const begins = span.from / task.fps
  const reasons: Reason[] = []
  let late = 0
  for (const candidate of candidatesOf(frame)) {
    const pose = poseOf(frame, candidate, box, heading, aspect)
    const reason = pose ? objection(task, pose, box) : ({ kind: 'lens' } as const)
    if (pose && !reason) return pose
    if (reason) reasons.push(reason)
    if (reason && 't' in reason && reason.t > begins) late++
    if (late >= MOST_LOOKED_THROUGH) break
  }
  throw new FramingError(faultOf(task, reasons))
}

export function idsOf({ subject }: Frame): [string, ...string[]] {
  return [subject].flat() as [string, ...string[]]
}

/** What speaks against beginning at a pose; the cheapest questions first. */
function objection(task: FramingTask, pose: CameraPose, box: SubjectBox): Reason | undefined {
  const { frame, shot, span, aspect, surroundings } = task
  const ids = idsOf(frame)
  const kinds = shot.moves.flat().map(({ kind }) => kind)
  // Such a shot leaves its frame on purpose.
  const goesIn = kinds.some((kind) => kind === 'first-person' || kind === 'fly-through')
  if (pose.position[1] < CLEAR && Math.min(...cornersOf(box).map(([, y]) => y)) > -0.05)
    return { kind: 'ground' }
  const near = surroundings.tooNear(pose.position, span.from)
  if (near !== undefined)
    return surroundings.isGround(near) && pose.position[1] < 2 * CLEAR
      ? { kind: 'ground' }
      : { kind: 'near', id: near }
  const view = viewOf(pose)
  const size = sizeOf(view, aspect, box)
  const { from, to } = sizeRange(frame.size)
  if (size === undefined || size < from || size > to) return { kind: 'lens' }
  const part = framedPart(view, aspect, box, isWhole(frame.size))
  const held = isHeld(view, aspect, box, part, size)
  if (held) return { kind: held, t: 0 }
  const boxes = ids.map((id) => (ids.length === 1 ? box : surroundings.boxOf([id], span.from)))
  if (!isMet(view, aspect, boxes)) return { kind: 'cut', t: 0 }
  if (!isPlaced(task, pose, box, size)) return { kind: 'cut', t: 0 }
  const hider = hiderOf(task, pose, box, part)
  if (hider !== undefined) return { kind: 'hidden', id: hider }
  return overTheShot(task, pose, part, size, goesIn, kinds.includes('reveal'))
}

/** Where the place is a third up or down, the subject must be there: a candidate may only have come near it. */
function isPlaced(
  { frame }: FramingTask,
  pose: CameraPose,
  box: SubjectBox,
  size: number,
): boolean {
  const [, upwards] = PLACES[frame.place]
  if (upwards === 0 || Math.abs(pose.pitch) >= 75) return true
  const view = viewOf(pose)
  const byEyes = box.isPerson && size < 1
  const point = pointIn(box, [0.5, byEyes ? EYES : 0.5, 0.5])
  const y = placeOf(point, view)?.y ?? Infinity
  return Math.abs(y - upwards) <= 0.075
}

/** What hides too much of the part that the shot is about when it begins. */
function hiderOf(
  { frame, span, surroundings }: FramingTask,
  { position }: CameraPose,
  box: SubjectBox,
  part: readonly Vec3[],
): string | undefined {
  const ids = idsOf(frame)
  for (const id of ids) {
    const own = ids.length === 1 ? box : surroundings.boxOf([id], span.from)
    const heights = ids.length === 1 ? part.map(([, y]) => y) : [0, 1]
    const [low, high] = [Math.min(...heights), Math.max(...heights)]
    const targets = [0.08, 0.5, 0.92].flatMap((y) =>
      [0.3, 0.5, 0.7].map((x) => pointIn(own, [x, low + (high - low) * y, 0.5])),
    )
    const apart = surroundings.within(id)
    const hidden = targets.flatMap(
      (target) => surroundings.hider(position, target, span.from, apart) ?? [],
    )
    if (hidden.length > (1 - FREE) * targets.length) return mostOf(hidden)
  }
  return undefined
}

/** What goes wrong later in the shot. */
function overTheShot(
  { frame, span, fps, aspect, surroundings, play }: FramingTask,
  first: CameraPose,
  part: readonly Vec3[],
  size: number,
  goesIn: boolean,
  reveals: boolean,
): Reason | undefined {
  const ids = idsOf(frame)
  const poses = play(first)
  const last = poses.length - 1
  const count = Math.min(poses.length, FRAMES_SEEN)
  let before: Vec3 | undefined
  for (let i = 0; i < count; i++) {
    const n = count > 1 ? Math.round((i * last) / (count - 1)) : 0
    const pose = poses[n] as CameraPose
    const t = Math.round(((span.from + n) / fps) * 10) / 10
    if (!goesIn) {
      const near =
        surroundings.tooNear(pose.position, span.from + n) ??
        (before && surroundings.inTheWay(before, pose.position, span.from + n))
      if (near !== undefined) return { kind: 'passes', id: near, t }
      before = pose.position
    }
    if (pose.position[1] < CLEAR && first.position[1] >= CLEAR) return { kind: 'sinks', t }
    if (goesIn || (reveals && n < last)) continue
    const held = isHeld(viewOf(pose), aspect, surroundings.boxOf(ids, span.from + n), part, size)
    if (held) return { kind: held, t }
  }
  return undefined
}

function mostOf(ids: readonly string[]): string {
  const times = (id: string) => ids.filter((other) => other === id).length
  return ids.reduce((most, id) => (times(id) > times(most) ? id : most))
}
