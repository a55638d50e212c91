import { place } from '../take/pose.ts'
import { poseAtFrame, type Pose, type Track } from '../take/take.ts'
import type { Vec3 } from '../schema/values.ts'
import {
  FOOTFALLS,
  gaitAt,
  QUADRUPED_GAITS,
  REACH,
  speedsOf,
  strideAt,
  type QuadrupedGait,
} from './gaits.ts'
import { standingToes, type Quadruped } from './quadruped.ts'

/** A foot on the ground: from and to when, in frames, and where the tip of its toes is meanwhile (world, metres). */
export interface Plant {
  from: number
  to: number
  at: Vec3
}

/** How an animal goes at a moment. */
export interface Going {
  /** Strides since the beginning of the clip, and a share of one by which animals differ. */
  phase: number
  /** How much of each gait is in it; they add up to 1. */
  gaits: Record<QuadrupedGait, number>
  /** 0 standing ... 1 going. */
  moving: number
}

/** All steps of an animal in a clip. */
export interface Footwork {
  /** Of each leg in the order of `LEGS`, in order of time; between two of them the foot swings. */
  plants: Plant[][]
  /** @param frame may lie between two frames */
  goingAt(frame: number): Going
}

export interface Walker {
  species: Quadruped
  /** At the withers, metres, before the scale of its track. */
  height: number
  /** Where in a stride it begins, 0..1. */
  start: number
}

/** Slower than this it stands, metres per second. */
const STANDS = 0.05
/** Seconds before and after the clip for which steps are told, so that the first and last ones are whole. */
const BEYOND = 1.5
/** Seconds: shorter rests are none; over which one gait goes over into another, to either side. */
const REST = 0.4
const CHANGE = 0.2
/** Seconds of the small step that brings a foot under a body that has come to rest, and between two of them. */
const TIDY = 0.22
const NEXT = 0.12
/** Heights that a foot may be off its place while the body rests; that a body sets off by before a foot that rested follows. */
const OFF = 0.04
const SETS_OFF = 0.3
/** Heights that front feet stand further back on the way than at rest. */
const BACK = 0.07

/**
 * Where and when the feet of a walking animal are on the ground: each keeps its place in the world while it stands, under where
 * the body is half way through. A function of the baked track alone.
 */
export function footworkOf(
  { species, height, start }: Walker,
  track: Track,
  fps: number,
): Footwork {
  const long = longer(track, Math.round(BEYOND * fps), fps)
  const size = height * (track.scale[0] as number)
  const going = goingOf(long, size, fps, start)
  const rests = restsOf(long, fps)
  const toes = standingToes(species)
  const plants = toes.map((toe, leg) => {
    const under = (index: number, back = 0) =>
      place([toe[0] * height, toe[1] * height, (toe[2] - back) * height], long.poseAt(index))
    // Front feet stand before the shoulder, but a leg that goes swings about it.
    const back = leg % 2 === 1 ? BACK : 0
    const scheduled = stepsOf(leg, going).map(({ from, to }) => ({
      from,
      to,
      at: under(halfWay(long, from, to), back),
    }))
    return rests
      .reduce((all, rest) => resting(all, rest, leg, { long, size, fps, under }), scheduled)
      .map(({ from, to, at }) => ({ from: from - long.before, to: to - long.before, at }))
  })
  return {
    plants,
    goingAt: (frame) => readAt(going, frame + long.before),
  }
}

/** A track that goes on as it began and ended, before the clip and after it. */
interface Longer {
  before: number
  count: number
  speeds: number[]
  /** Metres since the first index. */
  travel: number[]
  poseAt(index: number): Pose
}

function longer(track: Track, before: number, fps: number): Longer {
  const last = track.samples - 1
  const own = speedsOf(track, fps)
  const count = track.samples + 2 * before
  const clamp = (index: number) => Math.min(Math.max(index - before, 0), last)
  const speeds = Array.from({ length: count }, (_, i) => own[clamp(i)] as number)
  const first = poseAtFrame(track, 0)
  const stepAt = (n: number): Vec3 => {
    const [a, b] = [poseAtFrame(track, n), poseAtFrame(track, n + 1)]
    return [0, 1, 2].map((k) => (b.position[k] as number) - (a.position[k] as number)) as Vec3
  }
  const [into, out] = [stepAt(0), stepAt(Math.max(last - 1, 0))]
  const travel = Array.from({ length: count }, (_, i) => {
    const n = i - before
    const beyond = n < 0 ? n * Math.hypot(...into) : n > last ? (n - last) * Math.hypot(...out) : 0
    return (track.travel[clamp(i)] as number) + beyond
  })
  const at = (index: number): Pose => {
    const n = index - before
    if (n < 0) return { ...first, position: shifted(first.position, into, n) }
    const pose = poseAtFrame(track, n)
    return n > last ? { ...pose, position: shifted(pose.position, out, n - last) } : pose
  }
  return {
    before,
    count,
    speeds,
    travel,
    poseAt(index) {
      const [n, share] = [Math.floor(index), index - Math.floor(index)]
      const [a, b] = [at(n), at(n + 1)]
      return {
        ...a,
        position: [0, 1, 2].map((k) => {
          const [p, q] = [a.position[k] as number, b.position[k] as number]
          return p + (q - p) * share
        }) as Vec3,
        rotation: share < 0.5 ? a.rotation : b.rotation,
      }
    },
  }
}

/** The index at which it has come half of its way between two. */
function halfWay({ travel }: Longer, from: number, to: number): number {
  const at = (index: number) => {
    const [n, share] = [Math.floor(index), index - Math.floor(index)]
    const here = travel[n] as number
    return here + ((travel[n + 1] ?? here) - here) * share
  }
  const goal = (at(from) + at(to)) / 2
  let [low, high] = [from, to]
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2
    if (at(middle) < goal) low = middle
    else high = middle
  }
  return low
}

function shifted(position: Vec3, step: Vec3, times: number): Vec3 {
  return [0, 1, 2].map((k) => (position[k] as number) + times * (step[k] as number)) as Vec3
}

/** Per index of the longer track. */
interface Goings {
  phase: number[]
  gaits: Record<QuadrupedGait, number>[]
  moving: number[]
  /** Share of the stride for which feet stand. */
  stands: number[]
}

function goingOf(
  { before, count, speeds, travel }: Longer,
  size: number,
  fps: number,
  start: number,
): Goings {
  const named = speeds.map((speed) => gaitAt(size, speed))
  const reach = Math.round(CHANGE * fps)
  const gaits = named.map((_, i) => {
    const about = named.slice(Math.max(i - reach, 0), i + reach + 1)
    const share = (gait: QuadrupedGait) =>
      about.filter((name) => name === gait).length / about.length
    return { walk: share('walk'), trot: share('trot'), gallop: share('gallop') }
  })
  const phase = [0]
  for (let i = 1; i < count; i++) {
    const way = (travel[i] as number) - (travel[i - 1] as number)
    const speed = ((speeds[i] as number) + (speeds[i - 1] as number)) / 2
    phase.push((phase[i - 1] as number) + way / (size * strideAt(size, speed)))
  }
  const offset = start - (phase[before] as number)
  return {
    phase: phase.map((p) => p + offset),
    gaits,
    moving: speeds.map((speed) => Math.min(Math.max(speed / (6 * STANDS) - 1 / 6, 0), 1)),
    stands: gaits.map((shares, i) =>
      Math.min(
        mixed(shares, (gait) => FOOTFALLS[gait].stands),
        REACH / strideAt(size, speeds[i] as number),
      ),
    ),
  }
}

function mixed(shares: Record<QuadrupedGait, number>, of: (gait: QuadrupedGait) => number): number {
  return QUADRUPED_GAITS.reduce((sum, gait) => sum + shares[gait] * of(gait), 0)
}

function readAt({ phase, gaits, moving }: Goings, index: number): Going {
  const i = Math.min(Math.max(Math.floor(index), 0), phase.length - 2)
  const share = Math.min(Math.max(index - i, 0), 1)
  const between = (a: number, b: number) => a + (b - a) * share
  const [a, b] = [gaits[i], gaits[i + 1]] as [Going['gaits'], Going['gaits']]
  return {
    phase: between(phase[i] as number, phase[i + 1] as number),
    gaits: {
      walk: between(a.walk, b.walk),
      trot: between(a.trot, b.trot),
      gallop: between(a.gallop, b.gallop),
    },
    moving: between(moving[i] as number, moving[i + 1] as number),
  }
}

/** When a leg is on the ground by its stride, in indices of the longer track. */
function stepsOf(leg: number, { phase, gaits, stands }: Goings): { from: number; to: number }[] {
  // A gait that changes shifts a leg's place in the stride; no leg goes back in it.
  let most = -Infinity
  const own = phase.map((p, i) => {
    const lands = mixed(gaits[i] as Going['gaits'], (gait) => FOOTFALLS[gait].lands[leg] as number)
    most = Math.max(most, p - lands)
    return most
  })
  const isDown = (i: number) =>
    (own[i] as number) - Math.floor(own[i] as number) < (stands[i] as number)
  const steps: { from: number; to: number }[] = []
  let from: number | undefined = isDown(0) ? 0 : undefined
  for (let i = 1; i < own.length; i++) {
    const [a, b] = [own[i - 1] as number, own[i] as number]
    // In one frame a foot may come down, or leave the ground, or one after the other.
    const lifts = Math.floor(a) + (stands[i] as number)
    if (from !== undefined && b >= lifts) {
      steps.push({ from, to: i - 1 + crossing(a, b, lifts) })
      from = undefined
    }
    const lands = Math.floor(a) + 1
    if (from === undefined && b >= lands) from = i - 1 + crossing(a, b, lands)
  }
  if (from !== undefined) steps.push({ from, to: own.length - 1 })
  return steps.filter((step) => step.to > step.from)
}

function crossing(a: number, b: number, at: number): number {
  return b > a ? Math.min(Math.max((at - a) / (b - a), 0), 1) : 0
}

/** From and to which index it stands still. */
function restsOf({ speeds }: Longer, fps: number): { from: number; to: number }[] {
  const rests: { from: number; to: number }[] = []
  speeds.forEach((speed, i) => {
    if (speed >= STANDS) return
    const last = rests.at(-1)
    if (last?.to === i - 1) last.to = i
    else rests.push({ from: i, to: i })
  })
  return rests.filter(({ from, to }) => to - from >= REST * fps)
}

/** One leg's steps with a rest in them: its foot comes under the body, and stays there until it goes on. */
function resting(
  steps: Plant[],
  rest: { from: number; to: number },
  leg: number,
  {
    long,
    size,
    fps,
    under,
  }: { long: Longer; size: number; fps: number; under: (index: number) => Vec3 },
): Plant[] {
  const at = under(rest.from)
  const [wait, step] = [leg * NEXT * fps, TIDY * fps]
  const stands = steps.find(({ from, to }) => from <= rest.from && to > rest.from)
  const before = steps.filter((one) => one !== stands && one.to <= rest.from)
  const after = steps.filter((one) => one !== stands && one.from > rest.from)
  const near =
    stands &&
    Math.hypot(...[0, 2].map((k) => (stands.at[k] as number) - (at[k] as number))) < OFF * size
  // When the body has gone on so far that the foot must follow.
  const gone = long.travel.findIndex(
    (way, i) => i > rest.to && way > (long.travel[rest.to] as number) + SETS_OFF * size,
  )
  const follows = gone === -1 ? long.count - 1 : gone
  const next = after.find(({ from }) => from > rest.to)
  const leaves = stands ? Math.min(stands.to, follows) : rest.to + wait
  const to = next ? Math.min(leaves, next.from - 1) : Math.max(leaves, long.count - 1)
  if (stands && near) return [...before, { ...stands, to }, ...after]
  // What stands before the clip begins stood there ever before.
  if (rest.from === 0) return [{ from: 0, to, at }, ...after]
  const lifted = rest.from + wait
  const held = stands && lifted > stands.from ? [{ ...stands, to: lifted }] : []
  const down = (stands ? lifted : rest.from) + step
  return [...before, ...held, ...(down < to ? [{ from: down, to, at }] : []), ...after]
}
