import { vec3 } from 'gl-matrix'
import { subtract } from '../../take/pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import { arcOf, craneOf, type Round } from './around.ts'
import { aheadOf, CHANNELS, groundCurves, type Channel } from './curves.ts'
import { movementsOf } from './movements.ts'
import { BOUNDS, statusOf, STEEP, type Status } from './thresholds.ts'
import { anglesOf, type View } from './view.ts'

export type MotionName = Channel | 'arc' | 'crane' | 'dolly-zoom'

export type Direction =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'in'
  | 'out'
  | 'clockwise'
  | 'counterclockwise'

/** An unbroken movement of the camera. */
export interface Motion {
  motion: MotionName
  to: Direction
  /** First and last frame of it, counted from the first view. */
  from: number
  until: number
  /** Degrees (pan, tilt, roll, arc, crane), share of the distance to the subject, or ratio of focal lengths; never negative. */
  amount: number
  status: Exclude<Status, 'absent'>
}

/** What the camera looks at. */
export interface Target {
  /** Where it is at a frame, metres; a camera that looks at nothing in particular has none. */
  at?: ((frame: number) => Vec3) | undefined
  /** Metres from the camera to it at a frame, or to what is seen on the whole. */
  distance: (frame: number) => number
  /** Width over height of the picture; 16:9 when left out. */
  aspect?: number
}

/** How a motion is measured, and its directions: backward, then forward. */
const KINDS: Record<MotionName, { by: keyof typeof BOUNDS; ways: [Direction, Direction] }> = {
  pan: { by: 'rotation', ways: ['left', 'right'] },
  tilt: { by: 'rotation', ways: ['down', 'up'] },
  roll: { by: 'rotation', ways: ['counterclockwise', 'clockwise'] },
  dolly: { by: 'translation', ways: ['out', 'in'] },
  truck: { by: 'translation', ways: ['left', 'right'] },
  pedestal: { by: 'translation', ways: ['down', 'up'] },
  zoom: { by: 'zoom', ways: ['out', 'in'] },
  arc: { by: 'around', ways: ['left', 'right'] },
  crane: { by: 'around', ways: ['down', 'up'] },
  'dolly-zoom': { by: 'translation', ways: ['out', 'in'] },
}

/** A movement as it is worked on: signed, in degrees, shares of the distance, or ln of the focal length. */
interface Draft {
  motion: MotionName
  from: number
  until: number
  change: number
  /** Told about a centre already. */
  isRound?: true
}

/** Every movement that is present or grey, in the order in which they begin. */
export function motionsOf(views: readonly View[], fps: number, target: Target): Motion[] {
  if (views.length < 2) return []
  const curves = groundCurves(views)
  const single = CHANNELS.flatMap((motion) => {
    const { by } = KINDS[motion]
    const far = by === 'translation'
    const wobble =
      by === 'zoom'
        ? Math.log(BOUNDS.zoom.absent)
        : BOUNDS[by].absent * (far ? target.distance(0) : 1)
    return movementsOf(curves[motion], wobble, fps).map(({ from, to, change }): Draft => ({
      motion,
      from,
      until: to,
      change: far ? change / target.distance(from) : change,
    }))
  })
  const explained = [withArcs, withCranes, fromTheStart, withDollyZooms, alongSight].reduce(
    (drafts, explain) => explain(drafts, views, target),
    single,
  )
  return explained
    .flatMap(({ motion, from, until, change }) => {
      const { by, ways } = KINDS[motion]
      const amount = by === 'zoom' ? Math.exp(Math.abs(change)) : Math.abs(change)
      const status = statusOf(amount, BOUNDS[by])
      if (status === 'absent') return []
      return [{ motion, to: ways[change > 0 ? 1 : 0] as Direction, from, until, amount, status }]
    })
    .sort((a, b) => a.from - b.from || a.until - b.until)
}

type Explain = (drafts: Draft[], views: readonly View[], target: Target) => Draft[]

/** A truck with a pan against it is one arc when it goes round something. */
const withArcs: Explain = (drafts, views, target) =>
  rounded(
    drafts,
    ['truck', 'pan'],
    (span) => {
      const round = arcOf(span.views, span.known)
      return round && { motion: 'arc', takes: ['truck', 'pan', 'dolly'], round }
    },
    views,
    target,
  )

/** A pedestal with a tilt against it is one crane when it goes round something. */
const withCranes: Explain = (drafts, views, target) =>
  rounded(
    drafts,
    ['pedestal', 'tilt'],
    (span) => {
      const round = craneOf(span.views, span.known, target.distance(span.from))
      return round && { motion: 'crane', takes: ['pedestal', 'tilt', 'dolly'], round }
    },
    views,
    target,
  )

interface Span {
  from: number
  /** Of the span, as seen from the target: where that moves, the camera's way is told relative to it. */
  views: View[]
  known: Vec3 | undefined
}

function rounded(
  drafts: Draft[],
  [travel, turn]: readonly [MotionName, MotionName],
  explain: (
    span: Span,
  ) => { motion: 'arc' | 'crane'; takes: MotionName[]; round: Round } | undefined,
  views: readonly View[],
  target: Target,
): Draft[] {
  let left = drafts
  for (const way of drafts.filter(({ motion }) => motion === travel)) {
    const against = left.find(
      (other) =>
        other.motion === turn && other.change * way.change < 0 && overlap(other, way) > MOSTLY,
    )
    if (!against) continue
    const [from, until] = [Math.min(way.from, against.from), Math.max(way.until, against.until)]
    const start = target.at?.(from)
    const found = explain({
      from,
      known: start,
      views: views.slice(from, until + 1).map((view, i) => {
        const now = target.at?.(from + i)
        if (!start || !now) return view
        const [x, y, z] = view.position
        const [dx, dy, dz] = subtract(now, start)
        return { ...view, position: [x - dx, y - dy, z - dz] }
      }),
    })
    if (!found || statusOf(Math.abs(found.round.degrees), BOUNDS.around) === 'absent') continue
    const { motion, takes, round } = found
    const span = { from, until }
    left = left.filter((draft) => !takes.includes(draft.motion) || overlap(draft, span) <= MOSTLY)
    left.push({ motion, ...span, change: round.degrees })
    if (Math.abs(round.nearer) > BOUNDS.translation.absent)
      left.push({ motion: 'dolly', ...span, change: round.nearer, isRound: true })
  }
  return left
}

/** A way is told by the heading at its start: what trucks while it pans goes straight on, and is no dolly too. */
const fromTheStart: Explain = (drafts, views, target) =>
  drafts.map((draft) => {
    const { motion, from, until } = draft
    if (draft.isRound || (motion !== 'dolly' && motion !== 'truck')) return draft
    const [first, last] = [views[from], views[until]] as [View, View]
    const [x, , z] = aheadOf(first)
    const moved = subtract(last.position, first.position)
    const way = motion === 'dolly' ? moved[0] * x + moved[2] * z : moved[2] * x - moved[0] * z
    return { ...draft, change: way / target.distance(from) }
  })

/** Focal length over distance at the end and at the start of a dolly zoom, at most. */
const SAME_SIZE = 1.1

/** A dolly with a zoom against it that leaves the subject as large as it was. */
const withDollyZooms: Explain = (drafts, views, { distance }) => {
  let left = drafts
  for (const dolly of drafts.filter(({ motion }) => motion === 'dolly')) {
    const zoom = left.find(
      (other) =>
        other.motion === 'zoom' &&
        other.change * dolly.change < 0 &&
        overlap(other, dolly) > MOSTLY,
    )
    if (!zoom) continue
    const span = { from: Math.min(dolly.from, zoom.from), until: Math.max(dolly.until, zoom.until) }
    const size = (frame: number) => (views[frame] as View).focal / distance(frame)
    const grown = size(span.until) / size(span.from)
    if (Math.max(grown, 1 / grown) > SAME_SIZE) continue
    left = left.filter((draft) => draft !== dolly && draft !== zoom)
    left.push({ motion: 'dolly-zoom', ...span, change: dolly.change })
  }
  return left
}

/** Degrees off the line of sight within which a way is a dolly and no rise or truck beside. */
const ALONG = 15

const alongSight: Explain = (drafts, views, target) => {
  let left = drafts
  for (const dolly of drafts.filter(({ motion }) => motion === 'dolly')) {
    const [first, last] = [views[dolly.from], views[dolly.until]] as [View, View]
    if (Math.abs(anglesOf(first).pitch) > STEEP) continue
    const moved = subtract(last.position, first.position)
    const along = vec3.dot(moved, first.forward)
    if (Math.abs(along) < Math.cos((ALONG * Math.PI) / 180) * vec3.length(moved)) continue
    const beside = left.filter(
      ({ motion, from, until }) =>
        ['truck', 'pedestal'].includes(motion) && overlap({ from, until }, dolly) > MOSTLY,
    )
    if (beside.length === 0) continue
    left = left.filter((draft) => draft !== dolly && !beside.includes(draft))
    left.push({ ...dolly, change: along / target.distance(dolly.from) })
  }
  return left
}

/** Share of the shorter of two spans from which they are one movement. */
const MOSTLY = 0.6

function overlap(a: { from: number; until: number }, b: { from: number; until: number }): number {
  const common = Math.min(a.until, b.until) - Math.max(a.from, b.from)
  return common / Math.max(1, Math.min(a.until - a.from, b.until - b.from))
}
