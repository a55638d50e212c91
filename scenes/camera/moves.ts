import type { Shot } from '../schema/camera.ts'
import type { Vec3 } from '../schema/values.ts'
import { EASINGS } from '../take/easing.ts'
import { swung, towards, travelled, zoomed, type CameraPose } from './camera-pose.ts'
import { rigOf, type CameraMove } from './rigs/index.ts'
import type { Setting } from './rigs/rig.ts'
import type { Span } from './shoot-camera.ts'
import type { Subjects } from './subjects.ts'

/** Moves that go on at once, and for how long, seconds. */
export interface Step {
  moves: CameraMove[]
  seconds: number
}

/** The steps of a shot; those that do not say how long they take share what is left. */
export function stepsOf({ moves }: Pick<Shot, 'moves'>, seconds: number): Step[] {
  const steps = moves.map((step) => {
    const all = Array.isArray(step) ? step : [step]
    const said = all.flatMap((move) => move.seconds ?? [])
    return { moves: all, said: said.length > 0 ? Math.max(...said) : undefined }
  })
  const taken = steps.reduce((sum, { said }) => sum + (said ?? 0), 0)
  const free = steps.filter(({ said }) => said === undefined).length
  const share = free > 0 ? Math.max(seconds - taken, 0) / free : 0
  return steps.map(({ moves: own, said }) => ({ moves: own, seconds: said ?? share }))
}

/** How a shot by hand begins: where it is, turned to what it looks at. */
export function startOf(shot: Shot, frame: number, subjects: Subjects): CameraPose {
  const { lookAt, position } = shot
  const aim = typeof lookAt === 'string' ? subjects.middleOf(lookAt, frame) : (lookAt as Vec3)
  return {
    position: position as Vec3,
    ...towards(position as Vec3, aim),
    roll: shot.roll,
    fov: shot.fov,
  }
}

/**
 * A shot in the words of film: each step begins where the one before has brought the camera.
 * @param first how it begins
 */
export function byMoves(
  shot: Shot,
  first: CameraPose,
  { from, to }: Span,
  fps: number,
  subjects: Subjects,
): CameraPose[] {
  // The last move ends with the last frame.
  const seconds = (to - 1 - from) / fps
  const parts: { until: number; play: (t: number) => CameraPose }[] = []
  let [start, begins] = [first, from / fps]
  for (const step of stepsOf(shot, seconds)) {
    const play = playerOf(step, shot, start, begins, fps, subjects)
    begins += step.seconds
    start = play(begins)
    parts.push({ until: begins, play })
  }
  return Array.from({ length: to - from }, (_, i) => {
    const t = (from + i) / fps
    const now = parts.find(({ until }) => t < until) ?? parts.at(-1)
    return now?.play(t) ?? first
  })
}

/** What the moves of a step make of where it began: carried first, then swung, travelled, turned and zoomed. */
function playerOf(
  { moves, seconds }: Step,
  shot: Shot,
  start: CameraPose,
  from: number,
  fps: number,
  { middleOf, headingOf }: Subjects,
): (t: number) => CameraPose {
  const players = moves.map((move) => {
    const ids = move.subject === undefined ? subjectsOfShot(shot) : [move.subject]
    const [id] = ids
    const subject = (t: number): Vec3 =>
      id === undefined ? (shot.lookAt as Vec3) : meanOf(ids.map((one) => middleOf(one, t * fps)))
    const [x, y, z] = subject(from)
    const setting: Setting = {
      start,
      from,
      subject,
      heading: (t) => (id === undefined ? [0, 0, 1] : headingOf(id, t * fps)),
      middleOf: (other, t) => middleOf(other, t * fps),
      distance: Math.hypot(x - start.position[0], y - start.position[1], z - start.position[2]),
    }
    const rig = rigOf(move)
    const lasts = move.seconds ?? seconds
    const shareAt = (t: number) =>
      EASINGS[move.ease](lasts > 0 ? Math.min(Math.max((t - from) / lasts, 0), 1) : 1)
    return { move, rig, setting, shareAt, carry: rig.carry?.(move, setting) }
  })
  return (t) => {
    const carried = players.find(({ carry }) => carry)
    let pose = carried?.carry ? carried.carry(t, carried.shareAt(t)) : start
    const shifts = players.map(({ move, rig, setting, shareAt }) => ({
      setting,
      shift: rig.shift?.(move, shareAt(t), setting) ?? {},
    }))
    for (const { shift, setting } of shifts)
      if (shift.around) {
        const centre = setting.subject(carried ? t : setting.from)
        pose = swung(pose, centre, ...shift.around)
      }
    // All travel in the frame in which the step began: a truck stays straight while the camera pans.
    const heading = carried ? pose.yaw : start.yaw
    for (const { shift } of shifts)
      if (shift.travel)
        pose = { ...travelled({ ...pose, yaw: heading }, shift.travel), yaw: pose.yaw }
    for (const { shift } of shifts) {
      const [yaw, pitch, roll] = shift.turn ?? [0, 0, 0]
      pose = {
        ...pose,
        yaw: pose.yaw + yaw,
        pitch: pose.pitch + pitch,
        roll: pose.roll + roll,
        fov: zoomed(pose.fov, shift.zoom ?? 1),
      }
    }
    return pose
  }
}

/** The actors that a shot is about, if it is about any. */
function subjectsOfShot({ frame, lookAt }: Shot): string[] {
  if (frame) return [frame.subject].flat()
  return typeof lookAt === 'string' ? [lookAt] : []
}

function meanOf(points: readonly Vec3[]): Vec3 {
  return [0, 1, 2].map(
    (k) => points.reduce((sum, point) => sum + (point[k] as number), 0) / points.length,
  ) as Vec3
}
