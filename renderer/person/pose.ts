import type { Bone } from 'three'
import type { Clip } from './clip.ts'
import { eachSolePoint, type Sole } from './ground.ts'
import type { Joint } from './rig.ts'

/** A clip read at a time, with its share in the pose. */
export interface Layer {
  clip: Clip
  seconds: number
  /** 0..1; all of a pose's layers add up to 1. */
  weight: number
}

/** A clip that some joints follow rather than the layers, by its weight 0..1. */
export interface Gesture extends Layer {
  joints: readonly number[]
}

/** All that makes up a pose. */
export interface Stance {
  layers: readonly Layer[]
  /** In this order, each over those before it. */
  gestures: readonly Gesture[]
  /** 0..1, how firmly the lower sole is put onto y = 0. */
  grounded: number
  /** Metres that the body is then raised, as modelled. */
  lift: number
}

/** Sets every bone. A function of the stance alone: nothing of the frame before is read, so that frames may come in any order. */
export type PoseBody = (stance: Stance) => void

/** A poser for one person's bones; its buffers are made once, a call makes no garbage. */
export function poserOf(
  rig: readonly Joint[],
  soles: readonly Sole[],
  bones: readonly Bone[],
): PoseBody {
  const turns = new Float64Array(rig.length * 4)
  const hips = new Float64Array(3)
  let lowest = 0
  const sink = (_: number, point: { y: number }) => {
    lowest = Math.min(lowest, point.y)
  }
  return ({ layers, gestures, grounded, lift }) => {
    turns.fill(0)
    hips.fill(0)
    for (const layer of layers) if (layer.weight > 0) mix(turns, hips, layer)
    normalize(turns)
    for (const gesture of gestures) follow(turns, gesture)
    lowest = Infinity
    for (const sole of soles) eachSolePoint(rig, sole, turns, hips, sink)
    // A flying runner stays in the air, but no foot goes through the floor.
    hips[1] -= lowest < 0 ? lowest : lowest * grounded
    hips[1] += lift
    for (let j = 0; j < bones.length; j++) bones[j].quaternion.fromArray(turns, 4 * j)
    bones[0].position.fromArray(hips)
  }
}

/** Adds a layer's rotations and hips, each at its share, on the side of what is there already. */
function mix(turns: Float64Array, hips: Float64Array, { clip, seconds, weight }: Layer): void {
  const [s, share] = placeIn(clip, seconds)
  const size = turns.length
  const at = s * size
  for (let i = 0; i < size; i += 4) {
    let dot = 0
    for (let k = i; k < i + 4; k++) dot += turns[k] * clip.turns[at + k]
    const signed = dot < 0 ? -weight : weight
    for (let k = i; k < i + 4; k++) {
      const [a, b] = [clip.turns[at + k], clip.turns[at + size + k]]
      turns[k] += signed * (a + share * (b - a))
    }
  }
  for (let k = 0; k < 3; k++) {
    const a = clip.hips[3 * s + k]
    hips[k] += weight * (a + share * (clip.hips[3 * s + 3 + k] - a))
  }
}

/** Turns some joints towards where a clip has them. */
function follow(turns: Float64Array, { clip, seconds, weight, joints }: Gesture): void {
  const [s, share] = placeIn(clip, seconds)
  const size = turns.length
  const own = [0, 0, 0, 0]
  for (const joint of joints) {
    const [to, at] = [4 * joint, s * size + 4 * joint]
    let dot = 0
    for (let k = 0; k < 4; k++) {
      const [a, b] = [clip.turns[at + k], clip.turns[at + size + k]]
      own[k] = a + share * (b - a)
      dot += own[k] * turns[to + k]
    }
    const signed = dot < 0 ? -weight : weight
    for (let k = 0; k < 4; k++) turns[to + k] = (1 - weight) * turns[to + k] + signed * own[k]
  }
  normalize(turns)
}

/** The sample before a time of a clip that goes round and round, and the share of the way to the next. */
function placeIn({ samples, duration }: Clip, seconds: number): [sample: number, share: number] {
  const steps = samples - 1
  const place = ((((seconds / duration) % 1) + 1) % 1) * steps
  const sample = Math.min(Math.floor(place), steps - 1)
  return [sample, place - sample]
}

function normalize(turns: Float64Array): void {
  for (let i = 0; i < turns.length; i += 4) {
    const length = Math.sqrt(
      turns[i] ** 2 + turns[i + 1] ** 2 + turns[i + 2] ** 2 + turns[i + 3] ** 2,
    )
    for (let k = i; k < i + 4; k++) turns[k] /= length
  }
}
