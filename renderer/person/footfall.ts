import { cubic, curveAt, type Curve } from './curve.ts'

/** A foot seen from the side: where its ankle is and how it is pitched. */
export interface Footfall {
  /** Metres in front of the hips. */
  forward: number
  /** Metres of that by which it has rolled ahead of where it is when the foot stands flat: along the foot. */
  rolled: number
  /** Metres above the ground. */
  up: number
  /** Radians that the foot, and the toes for themselves, point up; negative: heel up. */
  foot: number
  toes: number
}

/** Metres from the ankle, forward and up, of the heel and of the toes' joint; of the tip from that joint. */
export interface Shoe {
  heel: [number, number]
  knuckle: [number, number]
  tip: [number, number]
}

/** Phases: the heel lands at 0, the foot is flat, it leaves the ground. */
const [FLAT, OFF] = [0.1, 0.62]

/**
 * Pitch of the foot over the ground in degrees, after the gait laboratory's rockers: it lands on the heel,
 * lies flat, rolls over the ball and swings through (Perry, Gait Analysis; Winter, Biomechanics).
 */
const FOOT: Curve = [
  [0, 20],
  [0.05, 7],
  [FLAT, 0],
  [0.32, 0],
  [0.42, -6],
  [0.5, -17],
  [OFF, -57],
  [0.66, -55],
  [0.72, -43],
  [0.8, -14],
  [0.86, 0],
  [0.95, 17],
  [1, 20],
]

/** Pitch of the toes over the ground in degrees: flat until the last push, then in line with the foot. */
const TOES: Curve = [
  [0, 20],
  [0.05, 7],
  [FLAT, 0],
  [0.54, 0],
  [OFF, -22],
  [0.66, -27],
  [0.72, -29],
  [0.8, -12],
  [0.86, 2],
  [0.95, 18],
  [1, 20],
]

/** How high the ankle is in the swing, metres: over the toes that clear the ground by a finger's breadth. */
const SWING: readonly [phase: number, up: number][] = [
  [0.7, 0.258],
  [0.86, 0.134],
  [0.96, 0.133],
]

/** A heel still goes forward a little when it lands: share of the ground's speed below the hips that it has taken on. */
const SETTLING = 0.35

/** Metres of the stride that the curves are drawn for. */
const USUAL = 1.36

/** How much of a usual stride's pitch and swing a longer or shorter one has. */
export function vigour(stride: number): number {
  return Math.min(Math.max(stride / USUAL, 0.75), 1.12)
}

/** Where the heel lands before the thigh's joint, share of the stride. */
const LEAD = 0.195

/** Where a walking foot is at a phase of its stride of so many metres; phase 0: it lands. */
export function footfallAt(shoe: Shoe, stride: number, phase: number): Footfall {
  const p = phase - Math.floor(phase)
  return p <= OFF ? standing(shoe, stride, p) : swinging(shoe, stride, p)
}

function pitchAt(stride: number, p: number): { foot: number; toes: number } {
  const unit = (vigour(stride) * Math.PI) / 180
  return { foot: curveAt(FOOT, p) * unit, toes: curveAt(TOES, p) * unit }
}

/** Hung from what keeps its place on the ground: the heel at first, then the tip. */
function standing({ heel, knuckle, tip }: Shoe, stride: number, p: number): Footfall {
  const { foot, toes } = pitchAt(stride, p)
  const ground = stride * (LEAD - p)
  if (p < FLAT) {
    const [z, y] = pitched(heel, foot)
    return { forward: ground - z, rolled: heel[0] - z, up: -y, foot, toes }
  }
  const [[kz, ky], [tz, ty]] = [pitched(knuckle, foot), pitched(tip, toes)]
  const length = knuckle[0] + tip[0] - heel[0]
  const forward = ground + length - tz - kz
  return { forward, rolled: forward - ground + heel[0], up: -ty - ky, foot, toes }
}

/** Between the last and the next footstep, taking over the speed of either. */
function swinging(shoe: Shoe, stride: number, p: number): Footfall {
  const step = 1e-4
  const [before, off] = [standing(shoe, stride, OFF - step), standing(shoe, stride, OFF)]
  const [land, after] = [standing(shoe, stride, 0), standing(shoe, stride, step)]
  const slope = (a: number, b: number) => (b - a) / step
  const width = 1 - OFF
  const forward = cubic(
    off.forward,
    slope(before.forward, off.forward) * width,
    land.forward,
    SETTLING * slope(land.forward, after.forward) * width,
    (p - OFF) / width,
  )
  const flat = -shoe.heel[1]
  const lifted = SWING.map(([q, up]): [number, number] => [
    q,
    flat + (up - flat) * (0.35 + 0.65 * vigour(stride)),
  ])
  const rising = standing(shoe, stride, OFF - 0.02)
  const heights: Curve = [
    [0, land.up],
    [OFF - 0.02, rising.up],
    [OFF, off.up],
    ...lifted,
    [1, land.up],
  ]
  const up = curveAt(heights, p)
  const rolled = cubic(off.rolled, 0, land.rolled, 0, (p - OFF) / width)
  return { forward, rolled, up, ...pitchAt(stride, p) }
}

/** A point of the foot turned up by so many radians. */
function pitched([forward, up]: [number, number], angle: number): [number, number] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return [forward * c - up * s, forward * s + up * c]
}
