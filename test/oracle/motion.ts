import type { Clip } from './clip.ts'
import {
  degreesBetween,
  meanOf,
  minus,
  norm,
  plus,
  scaled,
  turnBetween,
  type Vec3,
} from './space.ts'

/** How an actor gets on between two frames, by its posed body. */
export interface Course {
  /** From the first place of its middle to the last, metres. */
  net: Vec3
  /** Length of the way. */
  path: number
  /** Metres per second on average. */
  speed: number
  /** Degrees that its most turned solid turns in all, and the most it is turned away from the start. */
  turned: number
  swing: number
  /** Its turning goes back on itself. */
  reverses: boolean
  /** The world axis of its turning, weighted by degrees; degrees that add up about it. */
  axis: Vec3
  /** Degrees that its way winds round its own middle, level, to one side. */
  winding: number
  /** How often it comes down and goes up again by 8 % of its height, and changes sides of its middle height. */
  bounces: number
  size: number
  height: number
  frames: [number, number]
}

export function courseOf(clip: Clip, actor: string, [from, to]: [number, number]): Course {
  const body = clip.body(actor)
  const last = Math.min(to, clip.frames - 1)
  const frames = Array.from({ length: Math.max(2, last - from + 1) }, (_, i) =>
    Math.min(from + i, last),
  )
  const middles = frames.map((n) => body.middle(n))
  const steps = middles.slice(1).map((p, i) => norm(minus(p, middles[i] as Vec3)))
  const path = steps.reduce((sum, step) => sum + step, 0)
  const size = body.size(from)
  const ids = [...new Set(body.solids.map((solid) => solid.actor))]
  const turns = ids.map((id) => {
    const poses = frames.map((n) => body.pose(id, n).rotation)
    const parts = poses.slice(1).map((q, i) => turnBetween(poses[i] as typeof q, q))
    const backs = parts.filter((part, i) => {
      const before = parts[i - 1]
      return before && before[0] * part[0] + before[1] * part[1] + before[2] * part[2] < -1e-4
    })
    return {
      turned: parts.reduce((sum, part) => sum + norm(part), 0),
      swing: Math.max(...poses.map((q) => degreesBetween(poses[0] as typeof q, q))),
      reverses: backs.length > 0,
      axis: parts.reduce((sum, part) => plus(sum, part), [0, 0, 0] as Vec3),
    }
  })
  const most = turns.reduce((a, b) => (b.turned > a.turned ? b : a))
  return {
    net: minus(middles.at(-1) as Vec3, middles[0] as Vec3),
    path,
    speed: (path * clip.fps) / Math.max(1, last - from),
    ...most,
    winding: windingIn(middles),
    bounces: bouncesIn(
      middles.map(([, y]) => y),
      0.08 * size[1],
    ),
    size: Math.max(...size),
    height: size[1],
    frames: [from, last],
  }
}

/** Degrees of the bearing from the middle of all places to each, added up. */
function windingIn(places: Vec3[]): number {
  const [x, z] = [meanOf(places.map((p) => p[0])), meanOf(places.map((p) => p[2]))]
  const bearings = places.map((p) => Math.atan2(p[0] - x, p[2] - z))
  const steps = bearings.slice(1).map((b, i) => {
    const step = b - (bearings[i] as number)
    return step - 2 * Math.PI * Math.round(step / (2 * Math.PI))
  })
  return Math.abs((steps.reduce((sum, step) => sum + step, 0) * 180) / Math.PI)
}

/** Turning points at the bottom after a fall and before a rise of at least so much. */
function bouncesIn(heights: number[], least: number): number {
  let [count, high, low, falling] = [0, heights[0] as number, heights[0] as number, false]
  for (const y of heights) {
    if (!falling) {
      high = Math.max(high, y)
      if (high - y >= least) [falling, low] = [true, y]
    } else {
      low = Math.min(low, y)
      if (y - low >= least) [falling, high, count] = [false, y, count + 1]
    }
  }
  return count
}

/** Below this it rests: its own sizes a second, and degrees a second. */
const REST = { sizes: 0.03, degrees: 2 }

/** Whether it is under way from frame n to n + 1. */
export function isBusy(clip: Clip, actor: string, n: number): boolean {
  const body = clip.body(actor)
  if (!body.moves || n < 0 || n + 1 >= clip.frames) return false
  const size = Math.max(...body.size(0))
  const speed = norm(minus(body.middle(n + 1), body.middle(n))) * clip.fps
  const ids = [...new Set(body.solids.map((solid) => solid.actor))]
  const turning = Math.max(
    ...ids.map((id) => degreesBetween(body.pose(id, n).rotation, body.pose(id, n + 1).rotation)),
  )
  return speed > REST.sizes * size || turning * clip.fps > REST.degrees
}

/** Stretches [from, to) in which it is under way; rests shorter than 0.3 s do not part them. */
export function stretchesOf(clip: Clip, actor: string): [number, number][] {
  if (turnsByItself(clip, actor)) return [[0, clip.frames]]
  const found: [number, number][] = []
  for (let n = 0; n + 1 < clip.frames; n++) {
    if (!isBusy(clip, actor, n)) continue
    const last = found.at(-1)
    if (last && n - last[1] <= 0.3 * clip.fps) last[1] = n + 1
    else found.push([n, n + 1])
  }
  return found.filter(([from, to]) => to - from >= 0.15 * clip.fps)
}

/** A fan or windmill: a part of it turns at all times, though nothing of it changes place. */
export function turnsByItself(clip: Clip, actor: string): boolean {
  return clip
    .body(actor)
    .solids.some(
      ({ part }) => part.turns?.by === 'time' && Math.abs(part.turns.degreesPerSecond) > 30,
    )
}

/** Metres per second of its middle about a frame, over `reach` frames on one side. */
export function velocity(clip: Clip, actor: string, from: number, to: number): Vec3 {
  const body = clip.body(actor)
  const [a, b] = [Math.max(0, from), Math.min(clip.frames - 1, to)]
  if (b <= a) return [0, 0, 0]
  return scaled(minus(body.middle(b), body.middle(a)), clip.fps / (b - a))
}
