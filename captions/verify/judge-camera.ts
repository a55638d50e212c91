import type { Member } from '../facts/member.ts'
import {
  anglesOf,
  cross,
  dot,
  length,
  median,
  subtract,
  unit,
  wrapped,
  type Vec3,
} from '../geometry.ts'
import { rounded } from './judge-motion.ts'
import { between, once, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/**
 * The camera, measured by climbs: the largest rise (or fall) that one channel makes in the clip. Its
 * translation is taken in the frame of the ground, except along the line of sight.
 */
export function cameraMoves(move: string, direction: string, truth: Truth): Judgement {
  const series = seriesOf(truth)
  const sign = ['right', 'up', 'in', 'clockwise'].includes(direction) ? 1 : -1
  const climb = (values: number[]) => climbOf(values.map((value) => value * sign))
  const rises = (values: number[], no: number, yes: number) => {
    const { height, frames } = climb(values)
    return { ...between(height, no, yes, { amount: rounded(height) }), frames }
  }
  const arc = arcOf(truth)
  // What the camera does before or after it circles is told as it is.
  const unlessArc = (values: number[], no: number, yes: number) => {
    const risen = rises(values, no, yes)
    return arc && isWithin(risen.frames, arc.frames)
      ? REFUTED({ arc: rounded(arc.degrees) })
      : risen
  }
  switch (move) {
    case 'pan':
      // Turning against a sideways move so that one point stays put is an arc, not a pan.
      return unlessArc(series.yaw, 2, 4.5)
    case 'tilt':
      return rises(series.pitch, 2, 4.5)
    case 'roll':
      return rises(series.roll, 2, 4.5)
    case 'zoom':
      return rises(series.zoom, Math.log(1.05), Math.log(1.13))
    case 'dolly':
      return unlessArc(series.dolly, 0.03, 0.07)
    case 'truck':
      return unlessArc(series.truck, 0.03, 0.07)
    case 'pedestal':
      return rises(series.pedestal, 0.03, 0.07)
    case 'arc':
      return arc && Math.sign(arc.degrees) === sign
        ? { ...TRUE({ degrees: rounded(arc.degrees) }), frames: arc.frames }
        : REFUTED({ degrees: arc ? rounded(arc.degrees) : 0 })
    default:
      return OPEN({ move })
  }
}

export function cameraStays(truth: Truth): Judgement {
  const series = seriesOf(truth)
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values)
  const turned = Math.max(spread(series.yaw), spread(series.pitch), spread(series.roll))
  const moved = Math.max(spread(series.dolly), spread(series.truck), spread(series.pedestal))
  return worst([
    between(turned, 5, 2, { turned: rounded(turned) }),
    between(moved, 0.08, 0.03, { moved: rounded(moved) }),
    between(spread(series.zoom), 0.14, 0.05, { zoom: rounded(spread(series.zoom)) }),
  ])
}

/** The last half second hardly moves. */
export function cameraEndsStill(truth: Truth): Judgement {
  const series = seriesOf(truth)
  const last = Math.round(truth.fps * 0.4)
  const rest = Math.max(
    ...(['yaw', 'pitch', 'roll'] as const).map((name) => end(series[name], last) / 2),
    ...(['dolly', 'truck', 'pedestal', 'zoom'] as const).map(
      (name) => end(series[name], last) / 0.02,
    ),
  )
  return {
    ...between(rest, 1.5, 0.5, { rest: rounded(rest) }),
    frames: [truth.frames - last, truth.frames],
  }
}

/** Rates of at most about 7 degrees, or 0.1 of the distance, a second while it moves. */
export function cameraIsSlow(move: string, direction: string, truth: Truth): Judgement {
  const series = seriesOf(truth)
  const name = {
    pan: 'yaw',
    tilt: 'pitch',
    roll: 'roll',
    zoom: 'zoom',
    dolly: 'dolly',
    truck: 'truck',
    pedestal: 'pedestal',
    arc: 'yaw',
  }[move] as keyof Series
  const sign =
    (['right', 'up', 'in', 'clockwise'].includes(direction) ? 1 : -1) * (move === 'arc' ? -1 : 1)
  const { height, frames } = climbOf(series[name].map((value) => value * sign))
  const rate = (height * truth.fps) / Math.max(1, frames[1] - frames[0])
  const turning = ['yaw', 'pitch', 'roll'].includes(name)
  return between(rate, turning ? 18 : 0.2, turning ? 9 : 0.09, { rate: rounded(rate) })
}

export function cameraKeeps(member: Member, truth: Truth): Judgement {
  const seen = member.samples.filter((sample) => sample.seen && sample.box)
  const drift = Math.max(...seen.map(({ x }) => x)) - Math.min(...seen.map(({ x }) => x))
  return worst([
    between(drift, 0.6, 0.26, { drift: rounded(drift) }),
    cameraStays(truth).status === 'verified' ? REFUTED({ camera: 'still' }) : TRUE(),
  ])
}

export function looksFrom(angle: string, { views, seen }: Truth): Judgement {
  const pitch = median(views.map((view) => anglesOf(view).pitch))
  const height = median(views.map(({ position }) => position[1]))
  const evidence = { pitch: rounded(pitch), height: rounded(height) }
  const within = (low: number, high: number, slack: number) =>
    pitch >= low && pitch <= high
      ? TRUE(evidence)
      : pitch < low - slack || pitch > high + slack
        ? REFUTED(evidence)
        : OPEN(evidence)
  switch (angle) {
    case 'level':
      return within(-7, 7, 5)
    case 'slightly high':
      return within(-19, -7, 5)
    case 'high':
      return within(-72, -20, 7)
    case 'top-down':
      return within(-90, -76, 8)
    case 'low':
      return within(7, 90, 4)
    case 'eye level':
      return worst([
        within(-9, 9, 6),
        height >= 1.2 && height <= 2 ? TRUE(evidence) : REFUTED(evidence),
        seen.length > 0 ? TRUE() : OPEN(),
      ])
    default:
      return OPEN(evidence)
  }
}

type Series = Record<'yaw' | 'pitch' | 'roll' | 'zoom' | 'dolly' | 'truck' | 'pedestal', number[]>

/** Running sums per frame: degrees (right, up, clockwise), shares of the distance, log focal length. */
function seriesOf(truth: Truth): Series {
  return once(truth, 'camera', () => measure(truth))
}

function measure(truth: Truth): Series {
  const { views } = truth
  const far = distanceOf(truth)
  const series: Series = {
    yaw: [0],
    pitch: [0],
    roll: [0],
    zoom: [0],
    dolly: [0],
    truck: [0],
    pedestal: [0],
  }
  for (let n = 1; n < views.length; n++) {
    const [a, b] = [views[n - 1], views[n]]
    if (!a || !b) continue
    const [p, q] = [anglesOf(a), anglesOf(b)]
    const step = subtract(b.position, a.position)
    const sight = dot(step, a.forward)
    const straight = Math.abs(sight) > 0.966 * length(step) && length(step) > 0
    const ahead = unit(cross([0, 1, 0], a.right)) // level, the way it looks
    const grow = (name: keyof Series, by: number) =>
      series[name].push((series[name].at(-1) ?? 0) + by)
    grow('yaw', wrapped(p.yaw - q.yaw))
    grow('pitch', q.pitch - p.pitch)
    grow('roll', wrapped(q.roll - p.roll))
    grow('zoom', Math.log(a.half / b.half))
    grow('dolly', (straight ? sight : dot(step, ahead)) / far)
    grow('truck', (straight ? 0 : dot(step, a.right)) / far)
    grow('pedestal', (straight ? 0 : step[1]) / far)
  }
  return series
}

/** Metres to the things in view, weighted by how much of the picture they fill. */
function distanceOf({ seen }: Truth): number {
  const things = seen.filter(
    ({ class: sort }) => !['ground', 'road', 'wall', 'room'].includes(sort),
  )
  const samples = (things.length > 0 ? things : seen).flatMap((member) =>
    member.samples.flatMap(({ depth, area, seen: is }) =>
      depth && is ? [{ depth: depth[1], area }] : [],
    ),
  )
  const sorted = samples.sort((a, b) => a.depth - b.depth)
  const whole = sorted.reduce((sum, { area }) => sum + area, 0)
  let sum = 0
  return sorted.find(({ area }) => (sum += area) >= whole / 2)?.depth ?? 5
}

/** Largest rise and the frames in which it is made. */
function climbOf(values: number[]): { height: number; frames: [number, number] } {
  let low = 0
  let best = { height: 0, frames: [0, 0] as [number, number] }
  values.forEach((value, n) => {
    // Where it sets off, not where it rested before.
    if (value <= (values[low] as number)) low = n
    if (value - (values[low] as number) > best.height)
      best = { height: value - (values[low] as number), frames: [low, n] }
  })
  return best
}

interface Arc {
  degrees: number
  frames: [number, number]
}

/** More than half of the first frames lie in the others. */
function isWithin([a, b]: [number, number], [from, to]: [number, number]): boolean {
  return Math.min(b, to) - Math.max(a, from) > 0.5 * (b - a)
}

/**
 * Sideways move against the turn, at an even distance from where the lines of sight meet; degrees, right positive. Looked
 * for in the frames of the longest way to either side.
 */
function arcOf(truth: Truth): Arc | undefined {
  const { truck } = seriesOf(truth)
  return [1, -1]
    .map((sign) => climbOf(truck.map((value) => value * sign)))
    .sort((one, other) => other.height - one.height)
    .flatMap(({ frames }) => arcIn(frames, truth) ?? [])[0]
}

function arcIn([from, to]: [number, number], truth: Truth): Arc | undefined {
  const [a, b] = [truth.views[from], truth.views[to]]
  if (!a || !b) return undefined
  const series = seriesOf(truth)
  const change = (values: number[]) => (values[to] ?? 0) - (values[from] ?? 0)
  const [turned, moved] = [change(series.yaw), change(series.truck)]
  if (Math.abs(turned) < 9 || turned * moved >= 0 || Math.abs(moved) < 0.05) return undefined
  const gap = subtract(b.position, a.position)
  const turn = a.forward[0] * b.forward[2] - a.forward[2] * b.forward[0]
  const reach = (gap[0] * b.forward[2] - gap[2] * b.forward[0]) / turn
  const center: Vec3 = [
    a.position[0] + reach * a.forward[0],
    0,
    a.position[2] + reach * a.forward[2],
  ]
  const radii = truth.views
    .slice(from, to + 1)
    .map(({ position }) => Math.hypot(position[0] - center[0], position[2] - center[2]))
  return reach > 0 && Math.max(...radii) / Math.min(...radii) < 1.3
    ? { degrees: -turned, frames: [from, to] }
    : undefined
}

function end(values: number[], last: number): number {
  const tail = values.slice(-last)
  return Math.max(...tail) - Math.min(...tail)
}
