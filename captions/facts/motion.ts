import {
  poseAtFrame,
  type CastMember,
  type Pose,
  type Quaternion,
  type Take,
  type Track,
} from '#scenes'
import {
  add,
  angleBetween,
  cross,
  dot,
  inverse,
  length,
  rotate,
  subtract,
  times,
  unit,
  type Vec3,
} from '../geometry.ts'
import { bouncesOf } from './bounces.ts'
import type { Hold } from './bodies.ts'
import type { Member } from './member.ts'
import { split, turnsOf } from './legs.ts'
import { windingOf } from './winding.ts'

/** How an actor's motion looks, whatever it is. */
export type Gait =
  | 'travels'
  | 'circles'
  | 'rises'
  | 'falls'
  | 'spins'
  | 'swings'
  | 'bobs'
  | 'shuttles'
  | 'topples'
  /** A hinged beam goes down at one end. */
  | 'tips'
  /** It rocks or is shoved where it stands: nothing that has a verb. */
  | 'stirs'

/** An unbroken stretch of motion of one actor, by the take. */
export interface Motion {
  /** Frames [from, to). */
  from: number
  to: number
  gait: Gait
  /** Metres from where it sets off to where it ends, and along the way. */
  net: Vec3
  path: number
  /** Metres per second on average. */
  speed: number
  /** Degrees turned in all, and the axis (world) that most of it was about. */
  turned: number
  axis: Vec3
  /** Turns as much as a ball or wheel of its height would on that way, about a level axle across it. */
  rolls: boolean
  /** Degrees that its own +Y leaned before and after, and the most that it leaned away from before. */
  lean: Lean
  /** Its turning goes back on itself. */
  reverses: boolean
  /** How often it comes down and goes up again, by a tenth of its height or more. */
  bounces: number
}

/** Slower is still: metres per second over its size, and degrees per second. */
const STILL = { sizes: 0.02, degrees: 1.5 }
/** Shorter pauses do not part two motions; shorter motions are none. Seconds. */
const PAUSE = 0.3
const SHORT = 0.25
/** A small thing falls over in less, a seesaw tips and a cue strikes; what only jerks has no verb. */
const SHORT_FALL = 0.1
/** What no physics moves and is as short must get on by so many sizes: the stroke of a cue. */
const STROKE = 0.08
/** Degrees per second from which a thing whose parts turn is said to turn: not the hands of a clock. */
const WHIRLS = 40
/**
 * Degrees that its own +Y leans: upright at first, over at last (dominoes that lie on each other lean by 50 to 70), and
 * how many times that it may turn in all; in sizes how far it may get by it. More is tumbling.
 */
const TOPPLES = { upright: 20, over: 45, turned: 1.7, sizes: 3 }
/** A body that nothing holds goes somewhere when it gets on by this many sizes, or whirls by so many degrees. */
const STIRS = { sizes: 0.5, turned: 360 }
/** What a joint holds tips when it turns by so many degrees, and swings when its middle goes so many sizes with it. */
const TIPS = { turned: 3, sizes: 0.4 }
/** More turning is spinning, and a longer way is that of something torn off. */
const HUNG = { turned: 2000, sizes: 3 }
/** Degrees gone round one middle from which a way is told as circles. */
const ROUND = 330

export function motionsOf(member: Member, take: Take, hold: Hold = 'none'): Motion[] {
  const steps = stepsOf(member, take)
  const { turning } = member.substance
  if (steps.length === 0 && turning >= WHIRLS)
    return [
      {
        from: 0,
        to: take.frames,
        gait: 'spins',
        net: [0, 0, 0],
        path: 0,
        speed: 0,
        turned: (turning * take.frames) / take.fps,
        axis: [0, 1, 0],
        rolls: false,
        reverses: false,
        lean: { before: 0, after: 0, most: 0 },
        bounces: 0,
      },
    ]
  const largest = Math.max(...member.size)
  const busy = steps.map(({ moved, turned }) => {
    const speed = length(moved) * take.fps
    return speed > STILL.sizes * largest || turned * take.fps > STILL.degrees
  })
  const gone = ([from, to]: [number, number]) =>
    length(steps.slice(from, to).reduce((sum, { moved }) => add(sum, moved), [0, 0, 0] as Vec3))
  const spans = spansOf(busy, take.fps, SHORT_FALL).filter(
    (span) =>
      hold !== 'none' || span[1] - span[0] >= SHORT * take.fps || gone(span) >= STROKE * largest,
  )
  const parts = hold === 'free' && member.class === 'ball' ? turnsOf(member, steps, take) : []
  return split(spans, parts, SHORT * take.fps).map(([from, to]) =>
    describe(
      member,
      steps.slice(from, to),
      [from, to],
      take.fps,
      leanOf(member, take, from, to),
      hold,
    ),
  )
}

export interface Step {
  moved: Vec3
  turned: number
  axis: Vec3
}

/** What happens from each frame to the next, of the middle of the part that carries the motion. */
function stepsOf(member: Member, take: Take): Step[] {
  const track = carrier(member.cast, take)
  if (track.samples === 1) return []
  const first = poseAtFrame(track, 0)
  const { min, max } = member.bounds(0)
  const middle = times(add(min, max), 0.5)
  const arm = times(
    rotate(subtract(middle, first.position), inverse(first.rotation)),
    1 / first.scale,
  )
  const place = (pose: Pose) => add(pose.position, rotate(times(arm, pose.scale), pose.rotation))
  return Array.from({ length: track.samples - 1 }, (_, n) => {
    const [a, b] = [poseAtFrame(track, n), poseAtFrame(track, n + 1)]
    return {
      moved: subtract(place(b), place(a)),
      turned: angleBetween(a.rotation, b.rotation),
      axis: axisBetween(a.rotation, b.rotation),
    }
  })
}

/** The track that moves: the member's own, or that of its largest moving solid (a swinging shade). */
export function carrier(cast: CastMember, take: Take): Track {
  if (cast.track.samples > 1) return cast.track
  const moving = take.actors.filter(
    (actor) => cast.solids.includes(actor.id) && actor.track.samples > 1,
  )
  return moving.length * 2 >= cast.solids.length ? (moving[0]?.track ?? cast.track) : cast.track
}

function spansOf(busy: boolean[], fps: number, short: number): [number, number][] {
  const spans: [number, number][] = []
  busy.forEach((moves, n) => {
    const last = spans.at(-1)
    if (!moves) return
    if (last && n - last[1] <= PAUSE * fps) last[1] = n + 1
    else spans.push([n, n + 1])
  })
  return spans.filter(([from, to]) => to - from >= short * fps)
}

function describe(
  member: Member,
  steps: Step[],
  [from, to]: [number, number],
  fps: number,
  lean: Lean,
  hold: Hold,
): Motion {
  const net = steps.reduce((sum, { moved }) => add(sum, moved), [0, 0, 0] as Vec3)
  const path = steps.reduce((sum, { moved }) => sum + length(moved), 0)
  const turned = steps.reduce((sum, step) => sum + step.turned, 0)
  const turning = steps.reduce((sum, { axis, turned }) => add(sum, times(axis, turned)), [
    0, 0, 0,
  ] as Vec3)
  const main = steps.reduce(
    (best, step) => (step.turned > best.turned ? step : best),
    steps[0] as Step,
  ).axis
  const largest = Math.max(...member.size)
  const reverses = turned > 1e-6 && length(turning) < 0.6 * turned
  const swing = turned / Math.max(1, path / largest) > 8
  const gait = ((): Gait => {
    const over = lean.before < TOPPLES.upright && lean.after > TOPPLES.over
    const once = turned < TOPPLES.turned * lean.after && length(net) < TOPPLES.sizes * largest
    if (over && once && member.class !== 'ball' && !member.walks) return 'topples'
    if (hold === 'free') {
      if (isStir(net, path, turned, largest)) return 'stirs'
      // What goes up and comes down again does neither.
      const steep = isSteep(net) && Math.abs(net[1]) > 0.6 * path
      return steep ? (net[1] > 0 ? 'rises' : 'falls') : 'travels'
    }
    if (hold === 'jointed' && isHung(net, turned, largest)) {
      if (reverses || path > TIPS.sizes * largest) return 'swings'
      return turned >= TIPS.turned ? 'tips' : 'stirs'
    }
    if (path < 0.25 * largest && !reverses && turned >= 3) return 'spins'
    // A top wanders a little while it spins: half a turn or more on a way shorter than itself that leads nowhere.
    if (path < largest && length(net) < 0.25 * largest && !reverses && turned >= 180) return 'spins'
    if (reverses && swing && length(net) < 0.6 * path) return 'swings'
    if (path > 3 * largest && windingOf(placesOf(steps)) >= ROUND) return 'circles'
    if (length(net) < 0.35 * path && turned < 20 && bends(steps))
      return vertical(steps) > 0.7 ? 'bobs' : 'shuttles'
    if (isSteep(net)) return net[1] > 0 ? 'rises' : 'falls'
    return 'travels'
  })()
  return {
    from,
    to,
    gait,
    net,
    path,
    turned,
    speed: (path * fps) / steps.length,
    axis: unit(length(turning) > 1e-6 ? turning : main),
    reverses,
    lean,
    rolls:
      gait === 'travels' &&
      (rolling(member, net, path, turning, turned) ||
        (hold === 'free' && member.class === 'ball' && rollsAbout(member, steps, path, turned))),
    bounces: bouncesOf(steps, 0.1 * member.size[1], path),
  }
}

function isStir(net: Vec3, path: number, turned: number, largest: number): boolean {
  return length(net) < STIRS.sizes * largest && path < 2 * largest && turned < STIRS.turned
}

function isSteep(net: Vec3): boolean {
  return Math.abs(net[1]) > 2 * Math.hypot(net[0], net[2])
}

function isHung(net: Vec3, turned: number, largest: number): boolean {
  return turned < HUNG.turned && length(net) < HUNG.sizes * largest
}

export interface Lean {
  before: number
  after: number
  most: number
}

/** Degrees that an actor's own +Y leans at a frame. */
export function uprightOf(track: Track, frame: number): number {
  const [, up] = rotate([0, 1, 0], poseAtFrame(track, frame).rotation)
  return (Math.acos(Math.max(-1, Math.min(1, up))) * 180) / Math.PI
}

function leanOf(member: Member, take: Take, from: number, to: number): Lean {
  const track = carrier(member.cast, take)
  const up = (frame: number) => rotate([0, 1, 0], poseAtFrame(track, frame).rotation)
  const between = (a: Vec3, b: Vec3) =>
    (Math.acos(Math.max(-1, Math.min(1, dot(a, b)))) * 180) / Math.PI
  const first = up(from)
  const away = Array.from({ length: to - from + 1 }, (_, n) => between(first, up(from + n)))
  return {
    before: uprightOf(track, from),
    after: uprightOf(track, to),
    most: Math.max(...away),
  }
}

/** Where it is after each step, from where it set off. */
function placesOf(steps: Step[]): Vec3[] {
  let at: Vec3 = [0, 0, 0]
  return [at, ...steps.map(({ moved }) => (at = add(at, moved)))]
}

/** Straight to-and-fro: some step goes against the first ones. */
function bends(steps: Step[]): boolean {
  const start = steps.find(({ moved }) => length(moved) > 0)?.moved ?? [0, 0, 0]
  return steps.some(
    ({ moved }) => dot(moved, start) < -0.8 * length(moved) * length(start) && length(moved) > 0,
  )
}

/** Share of the way that is up or down. */
function vertical(steps: Step[]): number {
  const path = steps.reduce((sum, { moved }) => sum + length(moved), 0) || 1
  return steps.reduce((sum, { moved }) => sum + Math.abs(moved[1]), 0) / path
}

/** What stands higher than wide tumbles before it rolls. */
const LIES = 1.3

function rolling(member: Member, net: Vec3, path: number, turning: Vec3, turned: number): boolean {
  if (member.size[1] > LIES * Math.max(member.size[0], member.size[2])) return false
  const round = (turned * Math.PI) / 180 / Math.max(path, 1e-9) // 1 / radius
  const radius = Math.min(member.size[1], Math.max(member.size[0], member.size[2])) / 2
  const axle = unit(cross([0, 1, 0], unit(net)))
  return turned > 20 && Math.abs(round * radius - 1) < 0.25 && dot(unit(turning), axle) > 0.8
}

/** A ball that is thrown back rolls on another way: its turning fits its way, most of which is level. */
function rollsAbout(member: Member, steps: Step[], path: number, turned: number): boolean {
  const round = ((turned * Math.PI) / 180) * (member.size[1] / 2)
  return round >= 0.65 * path && round <= 1.4 * path && vertical(steps) <= 0.3
}

/** Axis of the turn from one orientation to the next, world. */
function axisBetween(a: Quaternion, b: Quaternion): Vec3 {
  const [x, y, z, w] = inverse(a)
  const [X, Y, Z, W] = b
  const turn: Vec3 = [
    W * x + X * w + Y * z - Z * y,
    W * y - X * z + Y * w + Z * x,
    W * z + X * y - Y * x + Z * w,
  ]
  const real = W * w - X * x - Y * y - Z * z
  return unit(times(turn, real < 0 ? -1 : 1))
}
