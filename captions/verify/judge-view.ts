import { poseAtFrame } from '#scenes'
import { outlineOf } from '../facts/extent.ts'
import type { Member } from '../facts/member.ts'
import { anglesOf, dot, median, project, subtract, type Vec3, type View } from '../geometry.ts'
import { courseOf } from './course.ts'
import { cameraStays } from './judge-camera.ts'
import { rounded } from './judge-motion.ts'
import { between, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

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
      return within(-8.5, 8.5, 4)
    case 'slightly high':
      return within(-19, -8, 5)
    case 'high':
      return within(-75.5, -19.5, 6)
    case 'top-down':
      return within(-90, -74.5, 7)
    case 'low':
      return within(14.5, 75.5, 7)
    case 'from below':
      return within(74.5, 90, 7)
    case 'dutch': {
      const lean = median(views.map((view) => Math.abs(anglesOf(view).roll)))
      return between(lean, 7, 14, { lean: rounded(lean) })
    }
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

/** Heights of the picture over the subject's, where each size lies at the least and at the most. */
const SIZES: Record<string, [least: number, most: number]> = {
  'extreme wide': [5, Infinity],
  wide: [1.85, 5.4],
  full: [0.98, 2],
  'medium full': [0.66, 1.05],
  medium: [0.43, 0.71],
  'medium close-up': [0.27, 0.47],
  'close-up': [0.155, 0.3],
  'extreme close-up': [0, 0.17],
}

/** How large someone is shown; without a name, whoever fits. `close`: something small fills much of the picture. */
export function isSize(size: string, who: Member | undefined, truth: Truth): Judgement {
  const things = truth.seen.filter(
    ({ class: sort }) => !['ground', 'road', 'wall', 'room', 'water'].includes(sort),
  )
  const whose = who ? [who] : things
  const judged = whose.map((member) =>
    size === 'close' ? fillsMuch(member) : isOfSize(member, size, truth),
  )
  const found = judged.find(({ status }) => status === 'verified')
  return found ?? judged.find(({ status }) => status === 'untestable') ?? judged[0] ?? OPEN()
}

function fillsMuch(member: Member): Judgement {
  const fills = member.samples.flatMap(({ box }) => (box ? [box[3] - box[1]] : []))
  const fill = Math.max(0, ...fills)
  return between(fill, 0.3, 0.45, { fill: rounded(fill) })
}

/** How high it would be on a picture without edges. */
function isOfSize(member: Member, size: string, truth: Truth): Judgement {
  const [least, most] = SIZES[size] ?? [0, 0]
  const aspect = truth.scene.clip.width / truth.scene.clip.height
  const frames = member.samples.flatMap(({ frame, seen }) => (seen ? [frame] : []))
  const ratios = frames.flatMap((frame) => {
    const view = truth.views[frame]
    const ratio = view && pictureOver(member, frame, view, aspect)
    return ratio === undefined ? [] : [ratio]
  })
  const ratio = median(ratios)
  const evidence = { ratio: rounded(ratio) }
  if (Number.isNaN(ratio)) return OPEN(evidence)
  if (ratio >= least && ratio <= most) return TRUE(evidence)
  return ratio < least * 0.8 || ratio > most * 1.25 ? REFUTED(evidence) : OPEN(evidence)
}

/**
 * Height of the picture over that of its solids on it when they fit in, or as it would stand upright where its middle is;
 * else over its height (or width over the aspect) at its nearest part; from one to the other where it is cut off a little.
 */
function pictureOver(
  member: Member,
  frame: number,
  view: View,
  aspect: number,
): number | undefined {
  const points = member.parts.flatMap(({ solids, track }) =>
    solids.flatMap((solid) => outlineOf(solid, poseAtFrame(track, frame))),
  )
  const depths = points.map((point) => dot(subtract(point, view.position), view.forward))
  const near = Math.min(...depths)
  const middle = (near + Math.max(...depths)) / 2
  const depth = near > 0 ? near : middle
  if (depth <= 0) return undefined
  const extent = (axis: Vec3) => reach(points.map((point) => dot(point, axis)))
  const upright = extent([0, 1, 0])
  const high = 2 * view.half * depth
  const part = high / Math.max(upright, extent(view.up), extent(view.right) / aspect)
  if (near <= 0) return part
  const places = points.map((point) => project(point, view, aspect))
  const fill = Math.max(
    reach(places.map(({ x }) => x)),
    reach(places.map(({ y }) => y)),
    upright / (2 * view.half * middle),
  )
  const cut = Math.min(1, Math.max(0, (1 - 1 / fill) / 0.4))
  return Math.exp(cut * Math.log(part) + (cut - 1) * Math.log(fill))
}

function reach(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

/** Hardly a pixel of it in the first samples; in the last ones it is unhidden and within the picture. The camera moves. */
export function isRevealed({ samples }: Member, truth: Truth): Judgement {
  const few = Math.max(2, Math.floor(samples.length / 8))
  const early = Math.max(...samples.slice(0, 2).map(({ area }) => area))
  const late = samples.slice(-2)
  const largest = Math.max(...samples.slice(-few).map(({ area }) => area))
  const whole = Math.min(...late.map(({ visibility, truncation }) => visibility * (1 - truncation)))
  return worst([
    between(early / largest, 0.12, 0.03, { early: rounded(early / largest) }),
    between(whole, 0.45, 0.75, { whole: rounded(whole) }),
    cameraStays(truth).status === 'verified' ? REFUTED({ camera: 'still' }) : TRUE(),
  ])
}

/** Where the camera keeps to as it goes along with someone, by the bearing from them; without a name, with anyone. */
export function isTracked(from: string, who: Member | undefined, truth: Truth): Judgement {
  const whose = who ? [who] : truth.seen.filter((member) => courseOf(member, truth).span)
  const judged = whose.map((member) => tracksFrom(from, member, truth))
  return (
    judged.find(({ status }) => status === 'verified') ?? judged[0] ?? REFUTED({ moves: false })
  )
}

function tracksFrom(from: string, member: Member, truth: Truth): Judgement {
  const { middles, span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const frames = [0.25, 0.5, 0.75].map((share) => Math.round(span[0] + share * (span[1] - span[0])))
  const looks = frames.map((n) => {
    const [a, b] = [
      middles[Math.max(n - 4, 0)] as Vec3,
      middles[Math.min(n + 4, middles.length - 1)] as Vec3,
    ]
    const way = subtract(b, a)
    const arm = subtract((truth.views[n] as View).position, middles[n] as Vec3)
    const off = Math.atan2(arm[0], arm[2]) - Math.atan2(way[0], way[2])
    return {
      off: Math.abs((Math.atan2(Math.sin(off), Math.cos(off)) * 180) / Math.PI),
      up: (Math.atan2(arm[1], Math.hypot(arm[0], arm[2])) * 180) / Math.PI,
    }
  })
  const off = median(looks.map((look) => look.off))
  const up = median(looks.map((look) => look.up))
  const [first, last] = [truth.views[span[0]] as View, truth.views[span[1]] as View]
  const gone = Math.hypot(...subtract(last.position, first.position))
  const way = Math.hypot(...subtract(middles[span[1]] as Vec3, middles[span[0]] as Vec3))
  const evidence = { off: rounded(off), up: rounded(up), along: rounded(gone / way) }
  const along = between(gone / way, 0.3, 0.45, evidence)
  const place = {
    side: worst([between(off, 50, 64, evidence), between(off, 130, 116, evidence)]),
    lead: between(off, 45, 30, evidence),
    tail: between(off, 135, 150, evidence),
    aerial: between(up, 35, 42, evidence),
  }[from]
  return worst([along, ...(place ? [place] : [OPEN(evidence)])])
}

/** How much the speed of its turning changes within an eighth of a second against its surroundings in time, degrees a second. */
export function isShaky(how: string, truth: Truth): Judgement {
  const half = Math.max(1, Math.round(truth.fps / 8))
  const turns = truth.views.slice(1).map((view, n) => {
    const [a, b] = [anglesOf(truth.views[n] as View), anglesOf(view)]
    const yaw = Math.atan2(
      Math.sin(((b.yaw - a.yaw) * Math.PI) / 180),
      Math.cos(((b.yaw - a.yaw) * Math.PI) / 180),
    )
    return [(yaw * 180) / Math.PI, b.pitch - a.pitch].map((step) => step * truth.fps) as [
      number,
      number,
    ]
  })
  const wobbles = turns.slice(half, -half).map(([yaw, pitch], n) => {
    const [before, after] = [turns[n], turns[n + 2 * half]]
    if (!before || !after) return 0
    return Math.hypot(yaw - (before[0] + after[0]) / 2, pitch - (before[1] + after[1]) / 2)
  })
  const tall = (2 * Math.atan((truth.views[0] as View).half) * 180) / Math.PI
  // Of pictures of 40 degrees: what a longer lens makes of it is larger.
  const wobble = (median(wobbles) * 40) / tall
  const evidence = { wobble: rounded(wobble) }
  if (how === 'a little')
    return worst([between(wobble, 0.12, 0.3, evidence), between(wobble, 6, 3.2, evidence)])
  return between(wobble, 0.9, 1.6, evidence)
}

/** Between two shots the camera jumps. */
export function isCut({ before, views }: Truth): Judgement {
  const [now] = views
  if (!before || !now) return REFUTED({ cut: false })
  const look = project(
    [0, 1, 2].map(
      (k) => (before.position[k] as number) + 5 * (before.forward[k] as number),
    ) as Vec3,
    now,
    1,
  )
  const off =
    look.depth > 0 ? Math.hypot(look.x - 0.5 - now.axis[0], look.y - 0.5 + now.axis[1]) : 1
  const gone = Math.hypot(...subtract(now.position, before.position))
  const jump = Math.max(off, gone / 5, Math.abs(Math.log(now.half / before.half)))
  return between(jump, 0.02, 0.05, { jump: rounded(jump) })
}
