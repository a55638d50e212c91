import { poseAtFrame, type Track } from '#scenes'
import type { Member } from '../facts/member.ts'
import {
  add,
  angleBetween,
  inverse,
  length,
  place,
  rotate,
  subtract,
  times,
  type Vec3,
} from '../geometry.ts'
import { once, type Truth } from './truth.ts'

/** The motion of one actor, measured afresh: middle of its world box per frame, and its turning. */
export interface Course {
  middles: Vec3[]
  /** Degrees turned from frame to frame. */
  turns: number[]
  /** First and last frame of the first stretch in which it moves; null when it never does. */
  span: [number, number] | null
  net: Vec3
  path: number
  turned: number
}

export function courseOf(member: Member, truth: Truth): Course {
  return once(truth, `course ${member.id}`, () => measure(member, truth))
}

/** First and last frame of what it does, on its way or where it is. */
export function busyOf(member: Member, truth: Truth): [number, number] | null {
  const act = member.done.find(({ doing }) => doing !== 'seated')
  return courseOf(member, truth).span ?? (act ? [act.from, act.to] : null)
}

function measure(member: Member, truth: Truth): Course {
  const frames = Array.from({ length: truth.frames }, (_, n) => n)
  const middles = frames.map((frame) => middleAt(member, frame))
  // What the parts of a moving group do by themselves (a lantern swinging in a hand) is not its motion.
  const tracks =
    member.cast.track.samples > 1
      ? [member.cast.track]
      : [
          member.cast.track,
          ...truth.take.actors
            .filter(({ id }) => member.cast.solids.includes(id))
            .map(({ track }) => track),
        ]
  const turns = frames
    .slice(1)
    .map((frame) => Math.max(...tracks.map((track) => turnOf(track, frame))))
  const large = Math.max(...member.size)
  const busy = frames.slice(1).map((frame) => {
    const step = length(subtract(middles[frame] as Vec3, middles[frame - 1] as Vec3))
    return step * truth.fps > 0.015 * large || (turns[frame - 1] as number) * truth.fps > 1.2
  })
  const start = busy.indexOf(true)
  if (start < 0 && member.substance.turning >= 40)
    return {
      middles,
      turns,
      span: [0, truth.frames - 1],
      net: [0, 0, 0],
      path: 0,
      turned: (member.substance.turning * truth.frames) / truth.fps,
    }
  if (start < 0) return { middles, turns, span: null, net: [0, 0, 0], path: 0, turned: 0 }
  const gap = Math.round(0.35 * truth.fps)
  let end = start + 1
  for (let n = start; n < busy.length && n <= end + gap; n++) if (busy[n]) end = n + 1
  const path = frames
    .slice(start + 1, end + 1)
    .reduce((sum, n) => sum + length(subtract(middles[n] as Vec3, middles[n - 1] as Vec3)), 0)
  return {
    middles,
    turns,
    span: [start, end],
    net: subtract(middles[end] as Vec3, middles[start] as Vec3),
    path,
    turned: turns.slice(start, end).reduce((sum, turn) => sum + turn, 0),
  }
}

/** Of its box; of a thing that moves as a whole, the point that is the middle of its box at first. */
function middleAt(member: Member, frame: number): Vec3 {
  const { track } = member.cast
  const { min, max } = member.bounds(track.samples > 1 ? 0 : frame)
  const middle = times(add(min, max), 0.5)
  if (track.samples === 1) return middle
  const first = poseAtFrame(track, 0)
  const arm = times(
    rotate(subtract(middle, first.position), inverse(first.rotation)),
    1 / first.scale,
  )
  return place(arm, poseAtFrame(track, frame))
}

function turnOf(track: Track, frame: number): number {
  return track.samples === 1
    ? 0
    : angleBetween(poseAtFrame(track, frame - 1).rotation, poseAtFrame(track, frame).rotation)
}
