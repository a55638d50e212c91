import { Vector3 } from 'three'
import { jumpTimes, SITTING } from '#scenes'
import type { Clip } from './clip.ts'
import { curveAt, type Curve } from './curve.ts'
import { keepFeet, plantedOf, roundBall, UNDER, type Planted } from './planted.ts'
import type { Joint } from './rig.ts'
import { stance } from './stand.ts'
import { about, poseInto, type Turns } from './turns.ts'

/** Samples per second. */
const RATE = 30

const DEGREE = Math.PI / 180

/** What all of a body does over feet that stay: metres that its hips are lower and further forward, the rest degrees. */
interface Posture {
  low: number
  forward: number
  /** The back leans forward, heels are raised. */
  lean: number
  heel: number
  /** Arms forward and elbows bent. */
  arm: number
  elbow: number
  /** Forearms towards each other. */
  inward: number
}

/**
 * A jump on the spot, as modelled, without what it rises: knees bend, it pushes off over its toes, hangs, and lands on
 * them again.
 * @param height metres that a body of the model's size rises
 */
export function jumpClip(rig: readonly Joint[], height: number): Clip {
  const { bent, off, down, over } = jumpTimes({ height })
  const deep = Math.min(0.1 + 0.4 * height, 0.26)
  const curve = (...keys: [seconds: number, value: number][]): Curve =>
    [[0, 0] as [number, number], ...keys, [over, 0] as [number, number]].map(
      ([t, value]) => [t / over, value] as const,
    )
  const [high, landed] = [(off + down) / 2, down + 0.14]
  const curves = {
    low: curve([bent, deep], [off, -0.004], [high, 0.06], [down, 0.03], [landed, 0.75 * deep]),
    forward: curve([bent, -0.35 * deep], [off, 0.03], [down, 0], [landed, -0.25 * deep]),
    lean: curve([bent, 38], [off, 4], [high, 2], [down, 10], [landed, 28]),
    heel: curve([bent, 4], [off, 44], [high, 40], [down, 22], [landed - 0.04, 0], [landed, 0]),
    arm: curve([bent, -48], [off - 0.04, 96], [high, 112], [down, 70], [landed + 0.05, 18]),
    elbow: curve([bent, 14], [off, 26], [high, 22], [down, 30], [landed, 40]),
  }
  return clipOf(rig, over, (seconds) => {
    const at = (name: keyof typeof curves) => curveAt(curves[name], Math.min(seconds / over, 1))
    return {
      low: at('low'),
      forward: at('forward'),
      lean: at('lean'),
      heel: at('heel'),
      arm: at('arm'),
      elbow: at('elbow'),
      inward: 0,
    }
  })
}

/** Metres from the thighs' joints down to what one sits on. */
const UNDER_THIGHS = 0.1

/**
 * Going down from standing onto a seat of so many metres: first the back leans forward and the hips go back, at last it
 * sits upright, hands on its thighs.
 */
export function sitClip(rig: readonly Joint[], seat: number): Clip {
  const planted = plantedOf(rig)
  const low = sittingLow(planted, seat)
  const back = sittingBack(planted, low)
  return clipOf(rig, SITTING, (seconds) => {
    const way = (from: number, to: number) => {
      const x = Math.min(Math.max((seconds - from) / (to - from), 0), 1)
      return x * x * (3 - 2 * x)
    }
    const [down, leans] = [way(0.12, 1.05), way(0, 0.6) - way(0.7, SITTING)]
    return {
      low: low * down,
      forward: -back * way(0, 0.95),
      lean: 38 * leans + 3 * way(0.7, SITTING),
      heel: 0,
      arm: 4 + 26 * leans + 18 * way(0.6, SITTING),
      elbow: 12 + 38 * way(0.4, SITTING),
      inward: 34 * way(0.4, SITTING),
    }
  })
}

function sittingLow({ hips, socket }: Planted, seat: number): number {
  return hips.y + socket.y - seat - UNDER_THIGHS
}

/** How far back hips sit that are so low, over shanks that stand upright. */
function sittingBack({ hips, socket, leg, ankle }: Planted, low: number): number {
  const knee = ankle.y + leg.shank.length()
  const rise = knee - (hips.y + socket.y - low)
  const level = Math.sqrt(Math.max(leg.thigh.length() ** 2 - rise ** 2, 0))
  return level - ankle.z + hips.z + socket.z - 0.02
}

function clipOf(
  rig: readonly Joint[],
  duration: number,
  postureAt: (seconds: number) => Posture,
): Clip {
  const planted = plantedOf(rig)
  const samples = Math.ceil(duration * RATE) + 1
  const clip = {
    duration,
    samples,
    turns: new Float32Array(samples * rig.length * 4),
    hips: new Float32Array(samples * 3),
  }
  // On straight legs the thighs' joints are over the ankles.
  const standing = UNDER + planted.leg.thigh.length() + planted.leg.shank.length()
  const high = standing - planted.socket.y - 0.004
  for (let s = 0; s < samples; s++) {
    const posture = postureAt((duration * s) / (samples - 1))
    const { forward, low, heel } = posture
    // On its toes all of it is higher.
    const up = high - low + roundBall(planted, heel * DEGREE).y
    const hips = new Vector3(planted.hips.x, up, planted.hips.z + forward)
    poseInto(clip.turns, 4 * s * rig.length, rig, turnsFor(planted, posture, hips))
    clip.hips.set(hips.toArray(), 3 * s)
  }
  return clip
}

function turnsFor(
  planted: Planted,
  { lean, heel, arm, elbow, inward }: Posture,
  hips: Vector3,
): Turns {
  const turned = stance()
  const pelvis = about(0.45 * lean * DEGREE, 0, 0)
  keepFeet(turned, planted, { hips, pelvis, heel: heel * DEGREE })
  turned.set('spine', about(0.3 * lean * DEGREE, 0, 0))
  turned.set('chest', about(0.25 * lean * DEGREE, 0, 0))
  // It looks ahead.
  turned.set('neck', about(-0.35 * lean * DEGREE, 0, 0))
  turned.set('head', about(-0.4 * lean * DEGREE, 0, 0))
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    turned.set(`${side}UpperArm`, about(-arm * DEGREE, 0, 0).multiply(about(0, 0, -1.27 * sign)))
    turned.set(
      `${side}LowerArm`,
      about(0, 0, -inward * DEGREE * sign)
        .multiply(about(0, -elbow * DEGREE * sign, 0))
        .multiply(about(0.14, 0, 0)),
    )
  }
  return turned
}
