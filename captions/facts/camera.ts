import type { CameraTrack, Scene } from '#scenes'
import {
  add,
  anglesOf,
  degrees,
  dot,
  length,
  median,
  subtract,
  times,
  unit,
  viewAt,
  wrapped,
  type Vec3,
  type View,
} from '../geometry.ts'
import type { Member } from './member.ts'

export type MoveName = 'pan' | 'tilt' | 'roll' | 'dolly' | 'truck' | 'pedestal' | 'zoom' | 'arc'

/** An unbroken movement of the camera in one channel, measured on the baked poses. */
export interface CameraMove {
  move: MoveName
  /** +1: right, up, clockwise, in; -1: left, down, counter-clockwise, out. */
  sign: 1 | -1
  from: number
  to: number
  /** Degrees (pan, tilt, roll, arc), shares of the distance to the subject (translations), or focal ratio - 1. */
  amount: number
}

export interface CameraFacts {
  moves: CameraMove[]
  /** Largest excursion in each channel over the clip, same units; what stillness is judged by. */
  range: { degrees: number; shares: number; ratio: number }
  /** Metres to what is looked at. */
  distance: number
  views: View[]
  /** Medians over the clip: pitch in degrees (positive looks up), height of the lens in metres. */
  pitch: number
  height: number
}

/** Activity thresholds per second: below them a channel rests. */
const RATES = { degrees: 1, shares: 0.01, ratio: 0.01 }
/** Seconds of rest that do not end a movement. */
const PAUSE = 0.25

export function cameraFacts(
  scene: Scene,
  camera: CameraTrack,
  members: Member[],
  frames: number,
): CameraFacts {
  const { fps } = scene.clip
  const views = Array.from({ length: frames }, (_, n) => viewAt(camera, n))
  const distance = distanceOf(members)
  const rates = stepsOf(views, distance)
  const found = CHANNELS.flatMap(({ move, unit }) =>
    segments(
      rates.map((step) => step[move]),
      RATES[unit] / fps,
      PAUSE * fps,
    ).map((segment) => ({ move, ...segment })),
  )
  const angles = views.map(anglesOf)
  return {
    moves: withArcs(found, views),
    range: {
      degrees: Math.max(
        ...(['yaw', 'pitch', 'roll'] as const).map((name) =>
          spread(angles.map((a) => wrapped(a[name] - (angles[0]?.[name] ?? 0)))),
        ),
      ),
      shares:
        Math.max(...[0, 1, 2].map((k) => spread(views.map((view) => view.position[k] as number)))) /
        distance,
      ratio: Math.max(...views.map((v) => v.half)) / Math.min(...views.map((v) => v.half)) - 1,
    },
    distance,
    views,
    pitch: median(angles.map(({ pitch }) => pitch)),
    height: median(views.map(({ position }) => position[1])),
  }
}

const CHANNELS = [
  { move: 'pan', unit: 'degrees' },
  { move: 'tilt', unit: 'degrees' },
  { move: 'roll', unit: 'degrees' },
  { move: 'dolly', unit: 'shares' },
  { move: 'truck', unit: 'shares' },
  { move: 'pedestal', unit: 'shares' },
  { move: 'zoom', unit: 'ratio' },
] as const

type Steps = Record<Exclude<MoveName, 'arc'>, number>

function stepsOf(views: View[], distance: number): Steps[] {
  return views.slice(1).map((view, n) => {
    const before = views[n] as View
    const [a, b] = [anglesOf(before), anglesOf(view)]
    return {
      pan: -wrapped(b.yaw - a.yaw),
      tilt: b.pitch - a.pitch,
      roll: wrapped(b.roll - a.roll),
      zoom: Math.log(before.half / view.half),
      ...translation(subtract(view.position, before.position), before, distance),
    }
  })
}

/**
 * Along the line of sight (within 15 degrees) it is a dolly and nothing else; otherwise it is told in
 * the ground's frame, where a straight rise under a tilted camera is a pedestal, not a dolly.
 */
function translation(
  moved: Vec3,
  view: View,
  distance: number,
): Pick<Steps, 'dolly' | 'truck' | 'pedestal'> {
  const along = dot(moved, view.forward)
  const far = length(moved) || 1
  if (Math.abs(along) / far > Math.cos(Math.PI / 12))
    return { dolly: along / distance, truck: 0, pedestal: 0 }
  const steep = Math.abs(view.forward[1]) > 0.94
  const ahead = unit(steep ? [view.up[0], 0, view.up[2]] : [view.forward[0], 0, view.forward[2]])
  return {
    dolly: dot(moved, ahead) / distance,
    truck: dot(moved, view.right) / distance,
    pedestal: moved[1] / distance,
  }
}

/** Runs of one sign above the threshold, small pauses bridged. */
function segments(steps: number[], threshold: number, pause: number): Omit<CameraMove, 'move'>[] {
  const found: Omit<CameraMove, 'move'>[] = []
  steps.forEach((step, n) => {
    if (Math.abs(step) < threshold) return
    const sign = step > 0 ? 1 : -1
    const last = found.at(-1)
    if (last && last.sign === sign && n - last.to <= pause) {
      last.to = n + 1
      last.amount += Math.abs(step)
    } else found.push({ sign, from: n, to: n + 1, amount: Math.abs(step) })
  })
  return found
}

/**
 * A truck with a counter-pan that keeps one point ahead is an arc about that point: seen from above, its distance changes
 * by 30 % at most. Of few degrees it is too little to be told of, as an arc or as anything else. Moving right is told as arcing right (counter-clockwise from above).
 */
function withArcs(moves: CameraMove[], views: View[]): CameraMove[] {
  const arcs: CameraMove[] = []
  for (const truck of moves.filter(({ move }) => move === 'truck')) {
    const pan = moves.find(
      (other) => other.move === 'pan' && other.sign === -truck.sign && overlap(other, truck) > 0.7,
    )
    if (!pan) continue
    const span = views.slice(truck.from, truck.to + 1)
    const center = meeting(span)
    if (!center) continue
    const reach = span.map(({ position }) =>
      Math.hypot(center[0] - position[0], center[2] - position[2]),
    )
    if (Math.max(...reach) / Math.min(...reach) > 1.3 || pan.amount < 5) continue
    arcs.push({ move: 'arc', sign: truck.sign, from: truck.from, to: truck.to, amount: pan.amount })
  }
  const inside = (move: CameraMove) =>
    arcs.some((arc) => ['truck', 'pan', 'dolly'].includes(move.move) && overlap(move, arc) > 0.7)
  return [...moves.filter((move) => !inside(move)), ...arcs].sort(
    (a, b) => a.from - b.from || b.amount - a.amount,
  )
}

/** Share of the shorter of two spans that they have in common. */
export function overlap(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return (
    (Math.min(a.to, b.to) - Math.max(a.from, b.from)) /
    Math.max(1, Math.min(a.to - a.from, b.to - b.from))
  )
}

/** Where the first and last line of sight pass closest, seen from above; undefined when behind or parallel. */
function meeting(views: View[]): Vec3 | undefined {
  const [a, b] = [views[0], views.at(-1)]
  if (!a || !b) return undefined
  const [p, q] = [a, b].map(({ forward }) => unit([forward[0], 0, forward[2]])) as [Vec3, Vec3]
  const turn = p[0] * q[2] - p[2] * q[0]
  if (Math.abs(turn) < Math.sin(0.07)) return undefined
  const gap = subtract(b.position, a.position)
  const reach = (gap[0] * q[2] - gap[2] * q[0]) / turn
  return reach > 0 ? add(a.position, times(p, reach)) : undefined
}

/** Median depth of what is seen, ground and walls left out when there is anything else; weighted by area. */
function distanceOf(members: Member[]): number {
  const things = members.filter((member) => !['ground', 'road', 'wall'].includes(member.class))
  const depths = (things.length > 0 ? things : members).flatMap((member) =>
    member.samples.flatMap(({ depth, area, seen }) =>
      depth && seen ? [{ depth: depth[1], area }] : [],
    ),
  )
  depths.sort((a, b) => a.depth - b.depth)
  const half = depths.reduce((sum, { area }) => sum + area, 0) / 2
  let passed = 0
  return depths.find(({ area }) => (passed += area) >= half)?.depth ?? 5
}

function spread(values: number[]): number {
  return Math.max(...values) - Math.min(...values)
}

/** Degrees between where light comes from and where the camera looks, and its sideways part (right positive). */
export function sideOf(from: Vec3, view: View): { across: number; ahead: number; angle: number } {
  const level = unit([from[0], 0, from[2]])
  const across = dot(level, view.right)
  const ahead = dot(level, unit([view.forward[0], 0, view.forward[2]]))
  return { across, ahead, angle: degrees(Math.atan2(across, ahead)) }
}
