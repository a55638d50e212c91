import { cubic, curveAt, type Curve } from './curve.ts'

/** A foot seen from the side: where its ankle is and how it is pitched. */
export interface Footfall {
  /** Metres in front of the hips. */
  forward: number
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
  [OFF, -54],
  [0.66, -58],
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
  [0.66, -38],
  [0.72, -36],
  [0.8, -12],
  [0.86, 2],
  [0.95, 18],
  [1, 20],
]

/** How high the ankle is in the swing, metres: over the toes that clear the ground by a finger's breadth. */
const SWING: readonly [phase: number, up: number][] = [
  [0.7, 0.258],
  [0.86, 0.132],
]

/** A heel still goes forward a little when it lands: share of the ground's speed below the hips that it has taken on. */
const SETTLING = 0.35

/** Where a walking foot is at a phase 0..1 of a stride of so many metres; `lead` is where the heel lands, before the hips. */
export function footfallAt(shoe: Shoe, stride: number, lead: number, phase: number): Footfall {
  const p = phase - Math.floor(phase)
  const pitch = (curve: Curve) => (curveAt(curve, p) * Math.PI) / 180
  const [foot, toes] = [pitch(FOOT), pitch(TOES)]
  const on =
    p <= OFF ? standing(shoe, stride, lead, p, foot, toes) : swinging(shoe, stride, lead, p)
  return { ...on, foot, toes }
}

/** Hung from what keeps its place on the ground: the heel at first, then the tip. */
function standing(
  { heel, knuckle, tip }: Shoe,
  stride: number,
  lead: number,
  p: number,
  foot: number,
  toes: number,
): { forward: number; up: number } {
  const ground = lead - stride * p
  if (p < FLAT) {
    const [z, y] = pitched(heel, foot)
    return { forward: ground - z, up: -y }
  }
  const [[kz, ky], [tz, ty]] = [pitched(knuckle, foot), pitched(tip, toes)]
  const length = knuckle[0] + tip[0] - heel[0]
  return { forward: ground + length - tz - kz, up: -ty - ky }
}

/** Between the last and the next footstep, taking over the speed of either. */
function swinging(
  shoe: Shoe,
  stride: number,
  lead: number,
  p: number,
): { forward: number; up: number } {
  const step = 1e-4
  const at = (q: number, p: number) => {
    const pitch = (curve: Curve) => (curveAt(curve, q) * Math.PI) / 180
    return standing(shoe, stride, lead, p, pitch(FOOT), pitch(TOES))
  }
  const [before, off] = [at(OFF - step, OFF - step), at(OFF, OFF)]
  const [land, after] = [at(0, 0), at(step, step)]
  const width = 1 - OFF
  const speed = (a: number, b: number) => (b - a) / step
  const forward = cubic(
    off.forward,
    speed(before.forward, off.forward) * width,
    land.forward,
    SETTLING * speed(land.forward, after.forward) * width,
    (p - OFF) / width,
  )
  const keys: [number, number][] = [[OFF, off.up], ...SWING, [1, land.up]]
  const tangents = keys.map(([q, up], i) => {
    if (i === 0) return speed(before.up, off.up)
    if (i === keys.length - 1) return speed(land.up, after.up)
    const [[q0, u0], [q1, u1]] = [keys[i - 1], keys[i + 1]]
    const [s0, s1] = [(up - u0) / (q - q0), (u1 - up) / (q1 - q)]
    return s0 * s1 <= 0 ? 0 : (2 * s0 * s1) / (s0 + s1)
  })
  const i = Math.max(
    0,
    keys.findLastIndex(([q]) => q <= p),
  )
  const [[q0, u0], [q1, u1]] = [keys[i], keys[i + 1]]
  const span = q1 - q0
  return { forward, up: cubic(u0, tangents[i] * span, u1, tangents[i + 1] * span, (p - q0) / span) }
}

/** A point of the foot turned up by so many radians. */
function pitched([forward, up]: [number, number], angle: number): [number, number] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return [forward * c - up * s, forward * s + up * c]
}
