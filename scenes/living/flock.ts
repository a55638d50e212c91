import type { Random } from '../random.ts'
import type { Vec3 } from '../schema/values.ts'
import { poseAtFrame, type FlockTrack, type Track } from '../take/take.ts'

/** How a flock keeps together. Metres, seconds. */
export interface Flock {
  count: number
  /** From tip to tip of a wing. */
  span: number
  /** How wide, high and long the flock is. */
  spread: Vec3
  /** Butterflies turn every moment; birds keep their line. */
  flutter: number
}

/** How much each kind of those that fly flutters. */
export const FLUTTER = { bird: 0.8, butterfly: 6 } as const
export type Flyer = keyof typeof FLUTTER

export function isFlyer(kind: string): kind is Flyer {
  return kind in FLUTTER
}

/** Steps of the simulation a second. */
const RATE = 24
/** How hard each bird keeps off its neighbours, flies as they do, and comes back to its flock, per second and metre. */
const [APART, ALONG, TOGETHER] = [2.5, 0.8, 1.4]
/** Wing spans within which neighbours keep off, and are followed. */
const [NEAR, SEEN] = [1.6, 5]
/** A flock flies for so many seconds before the clip begins: by then it is one. */
const BEFORE = 3

/**
 * Boids (Reynolds 1987) about a point that follows the track: where each bird is in the world at every frame, and the way it faces.
 * Chance only places them and makes butterflies turn.
 */
export function flockOf(
  { count, span, spread, flutter }: Flock,
  track: Track,
  frames: number,
  fps: number,
  random: Random,
): FlockTrack {
  const at = places(count, spread, random)
  const going = at.map((): Vec3 => [0, 0, 0])
  const whims = at.map((_, i) => random.fork(`whim ${i}`))
  const whim = at.map((): Vec3 => [0, 0, 0])
  const flock: FlockTrack = { count, position: [], heading: [], climb: [] }
  const faces = at.map(() => 0)
  const steps = Math.round(BEFORE * RATE)
  let done = -steps
  for (let frame = 0; frame < frames; frame++) {
    for (; done / RATE <= frame / fps; done++) {
      const pull = at.map((own, i) => {
        if (done % 6 === 0)
          whim[i] = [0, 1, 2].map(() => flutter * (whims[i] as Random).between(-1, 1)) as Vec3
        return pulled(own, i, at, going, { span, spread, whim: whim[i] as Vec3 })
      })
      at.forEach((own, i) => {
        const [speed, force] = [going[i] as Vec3, pull[i] as Vec3]
        for (const k of [0, 1, 2] as const) {
          speed[k] = (speed[k] + force[k] / RATE) * (1 - 0.5 / RATE)
          own[k] += speed[k] / RATE
        }
      })
    }
    const { position } = poseAtFrame(track, frame)
    const ahead = velocityAt(track, frame, fps)
    at.forEach((own, i) => {
      const way = [0, 1, 2].map(
        (k) => (ahead[k] as number) + ((going[i] as Vec3)[k] as number),
      ) as Vec3
      const level = Math.hypot(way[0], way[2])
      if (level > 0.05) faces[i] = Math.atan2(way[0], way[2])
      flock.position.push(...[0, 1, 2].map((k) => (position[k] as number) + (own[k] as number)))
      flock.heading.push(faces[i] as number)
      flock.climb.push(Math.atan2(way[1], Math.max(level, 0.5)))
    })
  }
  return flock
}

/** Where they are about the middle at first. */
function places(count: number, spread: Vec3, random: Random): Vec3[] {
  if (count === 1) return [[0, 0, 0]]
  return Array.from({ length: count }, () =>
    spread.map((wide) => 0.8 * wide * (random.unit() - 0.5)),
  ) as Vec3[]
}

function pulled(
  own: Vec3,
  i: number,
  at: Vec3[],
  going: Vec3[],
  { span, spread, whim }: { span: number; spread: Vec3; whim: Vec3 },
): Vec3 {
  const force: Vec3 = [...whim]
  let seen = 0
  const mean: Vec3 = [0, 0, 0]
  at.forEach((other, j) => {
    if (j === i) return
    const off = [0, 1, 2].map((k) => (own[k] as number) - (other[k] as number)) as Vec3
    const far = Math.hypot(...off) || 1e-3
    if (far > SEEN * span) return
    seen++
    for (const k of [0, 1, 2] as const) {
      mean[k] += (going[j] as Vec3)[k]
      if (far < NEAR * span) force[k] += (APART * (NEAR * span - far) * off[k]) / far
    }
  })
  for (const k of [0, 1, 2] as const) {
    if (seen > 0) force[k] += ALONG * (mean[k] / seen - (going[i] as Vec3)[k])
    // Only who leaves the flock's room is called back.
    const out = Math.abs(own[k]) - spread[k] / 2
    if (out > 0) force[k] -= TOGETHER * out * Math.sign(own[k])
    force[k] -= 0.15 * own[k]
  }
  return force
}

function velocityAt(track: Track, frame: number, fps: number): Vec3 {
  const last = track.samples - 1
  const [a, b] = [Math.max(Math.min(frame, last) - 1, 0), Math.min(frame + 1, last)]
  const [p, q] = [poseAtFrame(track, a), poseAtFrame(track, b)]
  return [0, 1, 2].map(
    (k) => (((q.position[k] as number) - (p.position[k] as number)) * fps) / Math.max(b - a, 1),
  ) as Vec3
}
