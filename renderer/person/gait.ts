import type { Clip } from './clip.ts'
import { eachSolePoint, type Sole } from './ground.ts'
import type { Joint } from './rig.ts'

/** A clip with its ground: how far the body has come at every sample when standing feet do not slide. */
export interface Gait {
  clip: Clip
  /** Metres covered at each sample; the last one is the stride. All zero for standing. */
  covered: Float32Array
  stride: number
}

/** Below this, metres, a sole bears weight. */
const TOUCHING = 0.012

/** Above this, metres, even the lower sole has left the ground for good. */
const CLEAR = 0.04

/** Says that no foot is near the ground. */
const FLYING = -1
/**
 * A flying body goes as fast as it left the ground, but the clip's sprinter would then need 6 m for a
 * stride and run in slow motion. Held this short, share of the standing foot's speed, a stride is a jogger's.
 */
const IN_THE_AIR = 0.17

/**
 * A body moves over its standing foot as fast as the foot moves back below it: reading that from the
 * clip gives a clock that runs by metres. Where no foot or both bear weight, the speed is carried over.
 */
export function gaitOf(rig: readonly Joint[], soles: readonly Sole[], clip: Clip): Gait {
  const steps = clip.samples - 1
  const measured = Array.from({ length: steps }, (_, s) => standingSpeed(rig, soles, clip, s))
  const known = measured.filter((speed): speed is number => speed !== undefined && speed !== FLYING)
  const usual = known.sort((a, b) => a - b)[known.length >> 1] ?? 0
  const bears = (speed: number) => speed > 0.75 * usual && speed < 1.45 * usual
  // A toe that rolls off the ground is no measure of the body's speed; the heel that takes over is.
  const speeds = measured.map((speed, s) => {
    if (speed === FLYING || (speed !== undefined && bears(speed))) return speed
    const lowest = lowestSpeed(rig, soles, clip, s)
    return bears(lowest) ? lowest : undefined
  })
  const covered = new Float32Array(clip.samples)
  for (let s = 0; s < steps; s++) {
    const speed = speeds[s] === FLYING ? IN_THE_AIR * usual : (bridged(speeds, s) ?? usual)
    covered[s + 1] = covered[s] + (speed * clip.duration) / steps
  }
  // Standing, the feet keep still.
  const moves = usual > 0.2
  if (!moves) covered.fill(0)
  return { clip, covered, stride: covered[steps] }
}

/** A clip made for a stride goes over the ground evenly. */
export function evenGait(clip: Clip, stride: number): Gait {
  const covered = Float32Array.from(
    { length: clip.samples },
    (_, s) => (stride * s) / (clip.samples - 1),
  )
  return { clip, covered, stride }
}

/** Seconds into the clip after so many metres. */
export function secondsAfter({ clip, covered, stride }: Gait, metres: number): number {
  const rest = ((metres % stride) + stride) % stride
  let [low, high] = [0, clip.samples - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (covered[middle] <= rest) low = middle
    else high = middle
  }
  const share = (rest - covered[low]) / (covered[high] - covered[low])
  return ((low + share) / (clip.samples - 1)) * clip.duration
}

/** Metres per second at which the one flat foot goes back; undefined when there is none or two. */
function standingSpeed(
  rig: readonly Joint[],
  soles: readonly Sole[],
  clip: Clip,
  s: number,
): number | undefined {
  const step = clip.duration / (clip.samples - 1)
  let lowest = Infinity
  const standing = soles.flatMap((sole) => {
    const [now, next] = [pointsAt(rig, sole, clip, s), pointsAt(rig, sole, clip, s + 1)]
    lowest = Math.min(lowest, ...now.map(({ y }) => y))
    const flat = now.filter((point, i) => i > 0 && point.y < TOUCHING && next[i].y < TOUCHING)
    return flat.length >= 2 ? [(now[1].z - next[1].z) / step] : []
  })
  if (lowest > CLEAR) return FLYING
  return standing.length === 1 ? standing[0] : undefined
}

/** Metres per second at which the lowest point under either sole goes back. */
function lowestSpeed(rig: readonly Joint[], soles: readonly Sole[], clip: Clip, s: number): number {
  const pairs = soles.flatMap((sole) => {
    const next = pointsAt(rig, sole, clip, s + 1)
    return pointsAt(rig, sole, clip, s).map((now, i) => [now, next[i]])
  })
  const [now, next] = pairs.reduce((a, b) => (b[0].y < a[0].y ? b : a))
  return ((now.z - next.z) * (clip.samples - 1)) / clip.duration
}

function pointsAt(
  rig: readonly Joint[],
  sole: Sole,
  clip: Clip,
  s: number,
): { y: number; z: number }[] {
  const points: { y: number; z: number }[] = []
  eachSolePoint(
    rig,
    sole,
    clip.turns,
    clip.hips,
    (i, { y, z }) => (points[i] = { y, z }),
    4 * rig.length * s,
    3 * s,
  )
  return points
}

/** The value at `s`, or between the nearest known ones before and after it, going round. */
function bridged(values: (number | undefined)[], s: number): number | undefined {
  const n = values.length
  const find = (way: 1 | -1) => {
    for (let i = 0; i < n; i++)
      if ((values[(((s + way * i) % n) + n) % n] ?? FLYING) !== FLYING) return i
    return undefined
  }
  const [back, on] = [find(-1), find(1)]
  if (back === undefined || on === undefined) return undefined
  const [a, b] = [values[(s - back + n) % n] as number, values[(s + on) % n] as number]
  return back + on === 0 ? a : a + ((b - a) * back) / (back + on)
}
