import type { Clip } from '../clip.ts'
import { shotDistance, subjectOf } from '../shot-subject.ts'
import type { Lens } from '../lens.ts'
import { levelAxes } from '../lens.ts'
import { all, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { inner, medianOf, minus, norm, type Vec3 } from '../space.ts'

/**
 * CameraBench's words by its thresholds: a rotation counts from 5 degrees, a translation from 0.08 of the distance
 * to the subject, a zoom from a focal ratio of 1.15; below about half of that a viewer sees none.
 */
const TURNS = { yes: 5, no: 2.5 }
const TRAVELS = { yes: 0.08, no: 0.03 }
const ZOOMS = { yes: Math.log(1.15), no: Math.log(1.05) }

export const camera: Rule<'camera'> = (
  { args: { move, direction, speed }, frames: [from, to] },
  clip,
) => {
  const last = Math.min(to, clip.frames) - 1
  if (move === 'static' || move === 'rest') return stays(clip, from, last)
  const amounts = amountsOf(clip, from, last)
  const sign = ['right', 'up', 'clockwise', 'in'].includes(direction ?? '') ? 1 : -1
  const limits =
    move === 'zoom'
      ? ZOOMS
      : ['pan', 'tilt', 'roll'].includes(move)
        ? TURNS
        : move === 'arc' || move === 'crane'
          ? { yes: 10, no: 5 }
          : TRAVELS
  const why = { move, direction, ...amounts }
  const seconds = Math.max(1, last - from) / clip.fps
  const slow =
    speed === 'slow'
      ? weigh(Math.abs(amounts[move]) / seconds / limits.yes, { yes: 1.2, no: 2.4 }, why)
      : plain(true)
  return all(weigh(sign * amounts[move], limits, why), slow)
}

type Amounts = Record<
  | 'pan'
  | 'tilt'
  | 'roll'
  | 'zoom'
  | 'dolly'
  | 'truck'
  | 'pedestal'
  | 'arc'
  | 'crane'
  | 'dolly-zoom',
  number
>

/** What the camera does between two frames: degrees, shares of the distance to the subject, log of the focal ratio. */
function amountsOf(clip: Clip, from: number, to: number): Amounts {
  const [a, b] = [clip.lens(from), clip.lens(to)]
  const distance = shotDistance(clip, from)
  const moved = minus(b.position, a.position)
  const { right, ahead } = levelAxes(a)
  const way = norm(moved) || 1
  // Straight along the line of sight, also up or down it, is going in; else it is told on the level.
  const straight = Math.abs(inner(moved, a.forward)) / way > 0.96
  const bearing = degrees(Math.atan2(inner(b.forward, right), inner(b.forward, ahead)))
  const goes = inner(moved, right) / distance
  // Of a way round something that goes somewhere itself: as seen from there.
  const about = subjectOf(clip)
  const round = about ? minus(moved, minus(about(to), about(from))) : moved
  const beside = inner(round, right) / distance
  const tilt = pitchOf(b) - pitchOf(a)
  const zoom = Math.log(b.focal / a.focal)
  const dolly = (straight ? inner(moved, a.forward) : inner(moved, ahead)) / distance
  // The subject's size: farther and closer at once.
  const kept =
    zoom * dolly < 0 && Math.abs(zoom + Math.log(distance / shotDistance(clip, to))) < 0.2
  return {
    pan: bearing,
    tilt,
    roll: rollOf(b) - rollOf(a),
    zoom,
    dolly,
    truck: straight ? 0 : goes,
    pedestal: straight ? 0 : moved[1] / distance,
    // Around the subject: sideways one way, turning the other.
    arc: beside * bearing < 0 ? Math.sign(beside) * Math.abs(bearing) : 0,
    // Up one way, turning down the other.
    crane: round[1] * tilt < 0 ? Math.sign(round[1]) * Math.abs(tilt) : 0,
    'dolly-zoom': kept ? dolly : 0,
  }
}

/** Nothing of it changes, against the first of the frames, by as much as anyone would name. */
function stays(clip: Clip, from: number, to: number): Ruling {
  const frames = [1, 2, 3, 4].map((i) => Math.round(from + ((to - from) * i) / 4))
  return all(
    ...frames.map((n) => {
      const amounts = amountsOf(clip, from, n)
      const turned = Math.max(
        ...(['pan', 'tilt', 'roll'] as const).map((name) => Math.abs(amounts[name])),
      )
      const gone =
        norm(minus(clip.lens(n).position, clip.lens(from).position)) / shotDistance(clip, from)
      const why = { n, turned, gone, zoom: amounts.zoom }
      return all(
        weigh(turned, { yes: 2.5, no: 5 }, why),
        weigh(gone, { yes: 0.06, no: 0.1 }, why),
        weigh(Math.abs(amounts.zoom), { yes: ZOOMS.no, no: ZOOMS.yes }, why),
      )
    }),
  )
}

/**
 * By how far the camera looks down (degrees, every frame): level within 8, slightly high 6..20, high 18..75,
 * top-down from 70, low from 5 up, from below from 70 up; Dutch: leaning by 13 and more. Eye level: about level, the lens where eyes are, 1.1 to 2.1 m.
 */
export const angle: Rule<'angle'> = ({ args }, clip) => {
  const lenses = [0, clip.frames >> 1, clip.frames - 1].map((n) => clip.lens(n))
  const down = lenses.map((lens) => -pitchOf(lens))
  const height = medianOf(lenses.map(({ position }) => position[1]))
  const range = (from: number, to: number, slack: number) =>
    all(
      weigh(Math.min(...down), { yes: from, no: from - slack }, { ...args, height }),
      weigh(Math.max(...down), { yes: to, no: to + slack }, { ...args, height }),
    )
  switch (args.angle) {
    case 'level':
      return range(-8, 8, 3)
    case 'slightly high':
      return range(6, 20, 3)
    case 'high':
      return range(18, 75, 3)
    case 'top-down':
      return range(70, 91, 5)
    case 'low':
      return range(-78, -12, 3)
    case 'from below':
      return range(-91, -70, 5)
    case 'dutch':
      return weigh(
        Math.min(...lenses.map((lens) => Math.abs(rollOf(lens)))),
        { yes: 13, no: 6 },
        args,
      )
    case 'eye level':
      return all(
        range(-10, 10, 4),
        weigh(height, { yes: 1.1, no: 0.9 }, { height }),
        weigh(height, { yes: 2.1, no: 2.4 }, { height }),
      )
  }
}

export function pitchOf({ forward }: Lens): number {
  return degrees(Math.asin(Math.max(-1, Math.min(1, forward[1]))))
}

/** Clockwise as the camera leans, degrees. */
export function rollOf({ right, up, forward }: Lens): number {
  const flat: Vec3 = [-forward[2], 0, forward[0]]
  return Math.hypot(flat[0], flat[2]) < 0.05 ? 0 : degrees(Math.atan2(-right[1], up[1]))
}

export function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}
