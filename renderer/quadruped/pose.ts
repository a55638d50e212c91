import { Quaternion, Vector3 } from 'three'
import {
  LEGS,
  poseAtFrame,
  unplace,
  type Footwork,
  type Going,
  type Plant,
  type Quadruped,
  type Track,
} from '#scenes'
import type { Anatomy, Side } from './anatomy.ts'
import { bonesOf } from './bones.ts'
import { frontLeg, hindLeg } from './leg.ts'

/** Where a bone is and how it is turned from how it lies while the animal stands, in heights of the withers. */
export interface BonePlace {
  at: Vector3
  turn: Quaternion
}

/** What of a gait shows in the body. Heights and radians. */
interface Bearing {
  /** Up and down. */
  bob: number
  /** The whole trunk nods so far, once a stride. */
  rock: number
  /** The back bends and stretches, once a stride. */
  flex: number
  /** The head nods, as often as the body bobs. */
  nod: number
  /** The head is carried forward and down. */
  reach: number
  /** The body is carried lower. */
  sink: number
  /** How high feet swing, and how far they fold. */
  lift: number
  fold: number
}

const WALKS: Bearing = {
  bob: 0.01,
  rock: 0,
  flex: 0,
  nod: 0.05,
  reach: 0.1,
  sink: 0.02,
  lift: 0.08,
  fold: 0.75,
}
const TROTS: Bearing = {
  bob: 0.028,
  rock: 0,
  flex: 0,
  nod: 0.02,
  reach: 0.02,
  sink: 0.02,
  lift: 0.14,
  fold: 1.15,
}
const GALLOPS: Record<Quadruped, Bearing> = {
  dog: {
    bob: 0.05,
    rock: 0.08,
    flex: 0.2,
    nod: 0.06,
    reach: 0.4,
    sink: 0.06,
    lift: 0.2,
    fold: 1.3,
  },
  cat: {
    bob: 0.05,
    rock: 0.08,
    flex: 0.26,
    nod: 0.06,
    reach: 0.35,
    sink: 0.07,
    lift: 0.2,
    fold: 1.3,
  },
  horse: {
    bob: 0.035,
    rock: 0.06,
    flex: 0.06,
    nod: 0.1,
    reach: 0.3,
    sink: 0.05,
    lift: 0.2,
    fold: 1.5,
  },
  deer: {
    bob: 0.06,
    rock: 0.08,
    flex: 0.12,
    nod: 0.05,
    reach: 0.22,
    sink: 0.04,
    lift: 0.22,
    fold: 1.5,
  },
}

const TURN = 2 * Math.PI
const X = new Vector3(1, 0, 0)
const Y = new Vector3(0, 1, 0)
const Z = new Vector3(0, 0, 1)

export interface Poser {
  /** Of every bone, in the order of `bonesOf`. A function of the frame alone. */
  (frame: number): BonePlace[]
}

/** @param height at the withers, metres, before the scale of the track */
export function poserOf(
  species: Quadruped,
  anatomy: Anatomy,
  height: number,
  footwork: Footwork,
  track: Track,
  fps: number,
): Poser {
  const bones = bonesOf(anatomy)
  const index = new Map(bones.map(({ name }, i) => [name, i]))
  const spine = new Vector3(0, anatomy.spine[1], anatomy.spine[0])
  return (frame) => {
    const going = footwork.goingAt(frame)
    const bearing = bearingOf(species, going)
    const seconds = frame / fps
    const places = bones.map(({ at }): BonePlace => ({ at: at.clone(), turn: new Quaternion() }))
    const put = (name: string, at: Vector3, turn: Quaternion) => {
      places[index.get(name) as number] = { at, turn }
    }

    // The trunk bends where chest and loins meet.
    const { moving, phase } = going
    const wave = (times: number, late: number) => Math.sin(TURN * (times * phase - late))
    const breath = 0.004 * Math.sin(1.6 * seconds) * (1 - moving)
    // Twice a stride while legs work in pairs, once in the bounds of a gallop.
    const { gallop } = going.gaits
    const beat = (paired: number, bounding: number) =>
      (1 - gallop) * wave(2, paired) + gallop * wave(1, bounding)
    const rise = moving * (bearing.bob * beat(0.12, 0.62) - bearing.sink)
    const middle = spine.clone().add(new Vector3(moving * 0.008 * wave(1, 0), rise + breath, 0))
    const pitch = moving * bearing.rock * wave(1, 0.05)
    const flex = moving * bearing.flex * wave(1, 0.68)
    const sway = moving * 0.04 * (going.gaits.walk + 0.5 * going.gaits.trot) * wave(1, 0)
    const pelvis = about(X, pitch - flex).multiply(about(Y, sway))
    const chest = about(X, pitch + flex).multiply(about(Y, -sway))
    const carried = (at: Vector3, turn: Quaternion) =>
      at.clone().sub(spine).applyQuaternion(turn).add(middle)
    for (const [name, turn] of [
      ['pelvis', pelvis],
      ['chest', chest],
    ] as const)
      put(name, carried(bones[index.get(name) as number].at, turn), turn)

    // The neck leans forward with haste, the head keeps its line.
    const nod = moving * bearing.nod * beat(0.3, 0.3)
    const look = 0.12 * (1 - moving) * Math.sin(0.7 * seconds + TURN * phase)
    const neck = chest
      .clone()
      .multiply(about(X, moving * bearing.reach + nod - 0.6 * (pitch + flex)))
    const neckAt = carried(side(anatomy.neck.base), chest)
    put('neck', neckAt, neck)
    const onNeck = (at: Side) =>
      side(at).sub(side(anatomy.neck.base)).applyQuaternion(neck).add(neckAt)
    const head = about(Y, look).multiply(about(X, moving * (0.25 * bearing.reach) + 0.5 * nod))
    put('head', onNeck(anatomy.head.skull), head)

    let at = carried(side(anatomy.tail.points[0]), pelvis)
    const lifted = species === 'deer' || species === 'dog' ? 0.5 : 0.25
    anatomy.tail.points.slice(0, 3).forEach((point, i) => {
      const wag = TAIL_WAGS[species] * Math.sin(TAIL_SPEED[species] * seconds - 0.7 * i)
      const turn = pelvis
        .clone()
        .multiply(
          about(
            X,
            lifted * gallop * moving * (1 - 0.2 * i) + 0.06 * moving * beat(0.2 * i, 0.2 * i),
          ),
        )
        .multiply(about(Y, (wag * (i + 1)) / 3))
      put(`tail ${i}`, at, turn)
      at = side(anatomy.tail.points[i + 1])
        .sub(side(point))
        .applyQuaternion(turn)
        .add(at)
    })

    const pose = poseAtFrame(track, frame)
    LEGS.forEach((leg, i) => {
      const isHind = leg.endsWith('hind')
      const sign = leg.startsWith('left') ? 1 : -1
      const joints = Object.values(isHind ? anatomy.hind : anatomy.front)
      const out = sign * (isHind ? anatomy.apart.hind : anatomy.apart.front)
      const pivot = carried(side(joints[0]).setX(out), isHind ? pelvis : chest)
      const step = stepAt(footwork.plants[i], frame, bearing, fps)
      const ground = joints.at(-1)![1]
      const toe = new Vector3(...unplace(step.at, pose))
        .divideScalar(height)
        .add(new Vector3(0, ground + step.up, 0))
      // The leg swings in a plane of its own, which leans to where the foot is beside the body.
      const [dx, dy] = [toe.x - pivot.x, toe.y - pivot.y]
      const lean = Math.atan2(dx, -dy)
      const down: Side = [toe.z, pivot.y - Math.hypot(dx, dy)]
      const { joints: posed, turns } = isHind
        ? hindLeg(joints, [pivot.z, pivot.y], down, step.heel)
        : frontLeg(joints, [pivot.z, pivot.y], down, step.heel, step.fold)
      const tilt = about(Z, lean)
      bones
        .filter(
          ({ name }) =>
            name.startsWith(sign > 0 ? 'left' : 'right') && isHind === HIND_BONES.test(name),
        )
        .forEach(({ name }, k) => {
          const [z, y] = posed[k]
          const at = new Vector3(0, y - pivot.y, z - pivot.z).applyQuaternion(tilt).add(pivot)
          put(name, at, tilt.clone().multiply(about(X, -turns[k])))
        })
    })
    return places
  }
}

const HIND_BONES = /thigh|shank|hind/

/** Radians that a tail goes to either side, and how fast. */
const TAIL_WAGS: Record<Quadruped, number> = { dog: 0.5, cat: 0.3, horse: 0.12, deer: 0.15 }
const TAIL_SPEED: Record<Quadruped, number> = { dog: 9, cat: 2.2, horse: 1.7, deer: 3 }

function side([z, y]: Side): Vector3 {
  return new Vector3(0, y, z)
}

function about(axis: Vector3, angle: number): Quaternion {
  return new Quaternion().setFromAxisAngle(axis, angle)
}

function bearingOf(species: Quadruped, { gaits }: Going): Bearing {
  const gallop = GALLOPS[species]
  const mixed = (key: keyof Bearing) =>
    gaits.walk * WALKS[key] + gaits.trot * TROTS[key] + gaits.gallop * gallop[key]
  return {
    bob: mixed('bob'),
    rock: mixed('rock'),
    flex: mixed('flex'),
    nod: mixed('nod'),
    reach: mixed('reach'),
    sink: mixed('sink'),
    lift: mixed('lift'),
    fold: mixed('fold'),
  }
}

/** What a foot does at a frame. */
interface Step {
  /** Under its toes, metres, world. */
  at: [number, number, number]
  /** Heights above that. */
  up: number
  /** Radians. */
  heel: number
  fold: number
}

/** Radians to which a foot has tipped when it leaves the ground, and as it lands. */
const [OFF, LANDS] = [0.75, -0.12]

/** Seconds before a foot leaves the ground in which it tips, at most. */
const TIPS = 0.25

function stepAt(
  plants: readonly Plant[],
  frame: number,
  { lift, fold }: Bearing,
  fps: number,
): Step {
  const next = plants.findIndex(({ from }) => from > frame)
  const last = plants[(next === -1 ? plants.length : next) - 1]
  const coming = next === -1 ? undefined : plants[next]
  if (!last) return { at: coming?.at ?? [0, 0, 0], up: 0, heel: 0, fold: 0 }
  if (frame <= last.to || !coming) {
    const tips = Math.min(0.45 * (last.to - last.from), TIPS * fps)
    const flat = Math.min(0.15 * (last.to - last.from), 0.1 * fps)
    const landing = LANDS * (1 - ease((frame - last.from) / flat))
    const leaving = coming ? OFF * ease(1 - (last.to - frame) / tips) : 0
    return { at: last.at, up: 0, heel: landing + leaving, fold: 0.25 * (leaving / OFF) ** 2 * fold }
  }
  const s = (frame - last.to) / (coming.from - last.to)
  // A foot is lifted before it goes, and comes down where it will stand.
  const way = ease((s - 0.03) / 0.92)
  const far = Math.hypot(coming.at[0] - last.at[0], coming.at[2] - last.at[2])
  const small = Math.min(1, far / 0.3)
  const hump = Math.sin(Math.PI * s) ** 1.2
  return {
    at: [0, 1, 2].map((k) => last.at[k] + (coming.at[k] - last.at[k]) * way) as Step['at'],
    up: lift * hump * (0.4 + 0.6 * small),
    heel:
      OFF * (1 - ease(s)) +
      LANDS * ease(s) +
      0.75 * Math.sin(Math.PI * Math.min(1, 1.25 * s)) * small,
    fold: fold * (0.25 * (1 - s) ** 2 + Math.sin(Math.PI * Math.min(1, 1.15 * s)) ** 1.3 * small),
  }
}

function ease(x: number): number {
  const t = Math.min(Math.max(x, 0), 1)
  return t * t * (3 - 2 * t)
}
