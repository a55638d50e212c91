import type { Member } from '../facts/member.ts'
import {
  anglesOf,
  cross,
  dot,
  length,
  subtract,
  unit,
  wrapped,
  type Vec3,
  type View,
} from '../geometry.ts'
import { distanceAt, subjectOf } from './camera-subject.ts'
import { rounded } from './judge-motion.ts'
import { between, once, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/**
 * The camera, measured by climbs: the largest rise (or fall) that one channel makes in the shot. Its
 * translation is taken in the frame of the ground, except along the line of sight, in shares of the distance.
 */
export function cameraMoves(move: string, direction: string, truth: Truth): Judgement {
  const series = seriesOf(truth)
  const sign = ['right', 'up', 'in', 'clockwise'].includes(direction) ? 1 : -1
  const rises = (name: keyof Series, no: number, yes: number) => {
    const { height, frames } = climbOf(series[name].map((value) => value * sign))
    const amount = TRAVELS.includes(name) ? height / distanceAt(frames[0], truth) : height
    return { ...between(amount, no, yes, { amount: rounded(amount) }), frames }
  }
  // What belongs to a way round something is no movement of its own; what comes before or after it is.
  const unless = (round: Round | undefined, name: keyof Series, no: number, yes: number) => {
    const risen = rises(name, no, yes)
    return round && isWithin(risen.frames, round.frames)
      ? REFUTED({ round: rounded(round.degrees) })
      : risen
  }
  const goesRound = (round: Round | undefined) =>
    round && Math.sign(round.degrees) === sign
      ? { ...TRUE({ degrees: rounded(round.degrees) }), frames: round.frames }
      : REFUTED({ degrees: round ? rounded(round.degrees) : 0 })
  switch (move) {
    case 'pan':
      // Turning against a sideways move so that one point stays put is an arc, not a pan.
      return unless(arcOf(truth), 'yaw', 2, 4.5)
    case 'tilt':
      return unless(craneOf(truth), 'pitch', 2, 4.5)
    case 'roll':
      return rises('roll', 2, 4.5)
    case 'zoom':
      return unless(dollyZoomOf(truth), 'zoom', Math.log(1.05), Math.log(1.13))
    case 'dolly':
      return unless(dollyZoomOf(truth) ?? arcOf(truth), 'dolly', 0.03, 0.07)
    case 'truck':
      return unless(arcOf(truth), 'truck', 0.03, 0.07)
    case 'pedestal':
      return unless(craneOf(truth), 'pedestal', 0.03, 0.07)
    case 'arc':
      return goesRound(arcOf(truth))
    case 'crane':
      return goesRound(craneOf(truth))
    case 'dolly-zoom': {
      const both = dollyZoomOf(truth)
      return both && Math.sign(both.degrees) === sign
        ? { ...rises('dolly', 0.03, 0.07), frames: both.frames }
        : REFUTED({ both: both !== undefined })
    }
    default:
      return OPEN({ move })
  }
}

export function cameraStays(truth: Truth): Judgement {
  const series = seriesOf(truth)
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values)
  const turned = Math.max(spread(series.yaw), spread(series.pitch), spread(series.roll))
  const moved =
    Math.max(spread(series.dolly), spread(series.truck), spread(series.pedestal)) /
    distanceAt(0, truth)
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
    ...TRAVELS.map((name) => end(series[name], last) / distanceAt(0, truth) / 0.02),
    end(series.zoom, last) / 0.02,
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
    crane: 'pitch',
    'dolly-zoom': 'dolly',
  }[move] as keyof Series
  const round = move === 'arc' || move === 'crane'
  const sign = (['right', 'up', 'in', 'clockwise'].includes(direction) ? 1 : -1) * (round ? -1 : 1)
  const { height, frames } = climbOf(series[name].map((value) => value * sign))
  const amount = TRAVELS.includes(name) ? height / distanceAt(frames[0], truth) : height
  const rate = (amount * truth.fps) / Math.max(1, frames[1] - frames[0])
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

type Series = Record<'yaw' | 'pitch' | 'roll' | 'zoom' | 'dolly' | 'truck' | 'pedestal', number[]>

/** Of the series, those in metres. */
const TRAVELS: (keyof Series)[] = ['dolly', 'truck', 'pedestal']

/** Running sums per frame: degrees (right, up, clockwise), metres, log focal length. */
export function seriesOf(truth: Truth): Series {
  return once(truth, 'camera', () =>
    measure(
      truth,
      truth.views.map(({ position }) => position),
    ),
  )
}

function measure({ views }: Truth, places: Vec3[]): Series {
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
    const step = subtract(places[n] as Vec3, places[n - 1] as Vec3)
    const sight = dot(step, a.forward)
    const straight = Math.abs(sight) > 0.966 * length(step) && length(step) > 0
    const ahead = unit(cross([0, 1, 0], a.right)) // level, the way it looks
    const grow = (name: keyof Series, by: number) =>
      series[name].push((series[name].at(-1) ?? 0) + by)
    grow('yaw', wrapped(p.yaw - q.yaw))
    grow('pitch', q.pitch - p.pitch)
    grow('roll', wrapped(q.roll - p.roll))
    grow('zoom', Math.log(a.half / b.half))
    grow('dolly', straight ? sight : dot(step, ahead))
    grow('truck', straight ? 0 : dot(step, a.right))
    grow('pedestal', straight ? 0 : step[1])
  }
  return series
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

/** A way round something: degrees about it, to the right or up positive. */
interface Round {
  degrees: number
  frames: [number, number]
}

/** More than half of the first frames lie in the others. */
function isWithin([a, b]: [number, number], [from, to]: [number, number]): boolean {
  return Math.min(b, to) - Math.max(a, from) > 0.5 * (b - a)
}

/** As the camera goes relative to what the shot is about. */
function placesOf(truth: Truth): Vec3[] {
  const about = subjectOf(truth)
  const start = about?.(0)
  return truth.views.map(({ position }, n) =>
    about && start ? subtract(position, subtract(about(n), start)) : position,
  )
}

/**
 * Sideways move against the turn, at an even distance from where the lines of sight meet; degrees, right positive. Looked
 * for in the frames of the longest way to either side.
 */
function arcOf(truth: Truth): Round | undefined {
  return once(truth, 'arc', () => {
    const places = placesOf(truth)
    const series = measure(truth, places)
    return roundIn(series.truck, series.yaw, places, 'level', truth)
  })
}

/** The same upright: up against a turn down. */
function craneOf(truth: Truth): Round | undefined {
  return once(truth, 'crane', () => {
    const places = placesOf(truth)
    const series = measure(truth, places)
    return roundIn(series.pedestal, series.pitch, places, 'upright', truth)
  })
}

function roundIn(
  way: number[],
  turn: number[],
  places: Vec3[],
  plane: 'level' | 'upright',
  truth: Truth,
): Round | undefined {
  return [1, -1]
    .map((sign) => climbOf(way.map((value) => value * sign)))
    .sort((one, other) => other.height - one.height)
    .flatMap(({ frames: [from, to] }): Round[] => {
      const change = (values: number[]) => (values[to] ?? 0) - (values[from] ?? 0)
      const turned = change(turn)
      if (Math.abs(turned) < 9 || turned * change(way) >= 0) return []
      const [a, b] = [truth.views[from] as View, truth.views[to] as View]
      const flat = flatIn(plane, a)
      const points = places.slice(from, to + 1).map(flat)
      const [p, q] = [points[0] as Flat, points.at(-1) as Flat]
      const [d, e] = [flat(a.forward), flat(b.forward)]
      const gap: Flat = [q[0] - p[0], q[1] - p[1]]
      const reach = (gap[0] * e[1] - gap[1] * e[0]) / (d[0] * e[1] - d[1] * e[0])
      const centre: Flat = [p[0] + reach * d[0], p[1] + reach * d[1]]
      const radii = points.map(([x, y]) => Math.hypot(x - centre[0], y - centre[1]))
      const even = Math.max(...radii) / Math.min(...radii) < 1.35
      return reach > 0 && even && leavesChord(points, turned)
        ? [{ degrees: -turned, frames: [from, to] }]
        : []
    })[0]
}

type Flat = [number, number]

/** Seen from above, or from the side. */
function flatIn(plane: 'level' | 'upright', { forward }: View): (v: Vec3) => Flat {
  const ahead = unit([forward[0], 0, forward[2]])
  return plane === 'level' ? ([x, , z]) => [x, z] : (v) => [dot(v, ahead), v[1]]
}

/** Along a circle the middle of the way lies off the line between its ends, by tan(angle / 4) / 2 of it; at least a third of that. */
function leavesChord(points: Flat[], degrees: number): boolean {
  const [a, b] = [points[0] as Flat, points.at(-1) as Flat]
  const chord = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (Math.abs(degrees) > 150) return true
  const off = points.map(
    ([x, y]) => Math.abs((x - a[0]) * (b[1] - a[1]) - (y - a[1]) * (b[0] - a[0])) / chord,
  )
  return Math.max(...off) / chord > Math.tan((Math.abs(degrees) * Math.PI) / 720) / 6
}

/** Forward while the picture is zoomed out, or back while it is zoomed in; the sign is that of the way. */
function dollyZoomOf(truth: Truth): Round | undefined {
  const { dolly, zoom } = seriesOf(truth)
  const { frames } = [1, -1]
    .map((sign) => climbOf(dolly.map((value) => value * sign)))
    .reduce((a, b) => (b.height > a.height ? b : a))
  const [from, to] = frames
  const change = (values: number[]) => (values[to] ?? 0) - (values[from] ?? 0)
  const [gone, zoomed] = [change(dolly), change(zoom)]
  if (gone * zoomed >= 0 || Math.abs(zoomed) < Math.log(1.05)) return undefined
  // What is at the subject's distance stays as large as it was.
  const far = distanceAt(from, truth)
  const left = Math.max(far - gone, 1e-6)
  const grown = Math.exp(zoomed) * (far / left)
  return Math.max(grown, 1 / grown) < 1.15 ? { degrees: Math.sign(gone), frames } : undefined
}

function end(values: number[], last: number): number {
  const tail = values.slice(-last)
  return Math.max(...tail) - Math.min(...tail)
}
