import { between, direction, FLESH, type Joints, type Physique } from './anatomy.ts'
import { ball, carve, half, limb, melt, mirrored, stack, swell, within, type Field } from './field.ts'

/** Garments as closed solids, each cut off crisply where its cloth ends. */
export interface Clothes {
  shirt: Field
  collar: Field
  /** Ribs where a sleeve ends, left side. */
  cuff: Field
  trousers: Field
  /** What the weights of the shoulder ask: which of the two is nearer. */
  trunk: Field
  sleeve: Field
}

export function clothesOf(joints: Joints, { build, top }: Physique): Clothes {
  const more = FLESH[build]
  const trunk = trunkOf(more)
  const sleeve = sleeveOf(joints, top, more.limbs)
  const arm = melt(0.03, yoke(more.torso), within(0, sleeve.whole, sleeve.end))
  const opened = within(0, melt(0.045, trunk, mirrored(arm)), neckline)
  return {
    shirt: within(0, opened, hem),
    collar: collarOf(joints),
    cuff: sleeve.cuff,
    trousers: trousersOf(more),
    trunk,
    sleeve: sleeve.whole,
  }
}

/** Metres above the sole where a shirt ends. */
const HEM = 0.872

const hem: Field = (x, y, z) => HEM + 0.006 * Math.cos(9 * x) + 0.01 * z - y

function trunkOf({ torso, belly }: { torso: number; belly: number }): Field {
  const wide = (y: number, z: number, width: number, depth: number, front = 0) =>
    [y, 0, z + front / 2, width + torso, depth + torso * 0.8 + front / 2] as const
  const cloth = stack(
    [
      wide(0.84, -0.024, 0.191, 0.136),
      wide(0.93, -0.023, 0.187, 0.132, belly * 0.6),
      wide(1.02, -0.02, 0.172, 0.121, belly),
      wide(1.12, -0.016, 0.163, 0.114, belly),
      wide(1.22, -0.017, 0.17, 0.121, belly * 0.5),
      wide(1.31, -0.023, 0.18, 0.13),
      wide(1.39, -0.033, 0.174, 0.123),
      wide(1.45, -0.041, 0.13, 0.097),
      wide(1.52, -0.034, 0.075, 0.078),
    ],
    2.35,
  )
  // Cloth hangs in shallow diagonal folds about the waist.
  return (x, y, z) => cloth(x, y, z) + 0.0028 * Math.sin(46 * y + 17 * Math.abs(x) + 9 * z) * bump(y, 1.02, 0.17)
}

/** From the neck out to the tip of the shoulder. */
function yoke(more: number): Field {
  return limb({ x: 0.05, y: 1.468, z: -0.038 } as never, { x: 0.182, y: 1.43, z: -0.062 } as never, 0.052 + more / 3, 0.06 + more / 3)
}

function sleeveOf(joints: Joints, top: Physique['top'], more: number) {
  const [shoulder, elbow, wrist] = [joints('leftUpperArm'), joints('leftLowerArm'), joints('leftHand')]
  if (top === 't-shirt') {
    const along = direction(shoulder, elbow)
    const end = between(shoulder, elbow, 0.66)
    return {
      whole: limb(between(shoulder, elbow, 0.02), between(shoulder, elbow, 1), 0.063 + more, 0.066 + more),
      end: half(end.toArray(), along.toArray()),
      cuff: within(0, swell(limb(shoulder, elbow, 0.064 + more, 0.066 + more), 0.0016), slab(end.clone().addScaledVector(along, -0.008), along, 0.0095)),
    }
  }
  const along = direction(elbow, wrist)
  const end = between(elbow, wrist, 0.9)
  const folds = (field: Field): Field => (x, y, z) => field(x, y, z) + 0.002 * Math.sin(70 * y - 20 * x)
  return {
    whole: folds(melt(0.03, limb(between(shoulder, elbow, 0.02), elbow, 0.064 + more, 0.055 + more), limb(elbow, wrist, 0.055 + more, 0.045 + more))),
    end: half(end.toArray(), along.toArray()),
    cuff: within(0, limb(elbow, wrist, 0.048 + more, 0.039 + more / 2), slab(between(elbow, wrist, 0.925), along, 0.026)),
  }
}

/** The crew neck: a plane that falls towards the chest. */
const neckline: Field = half([0, 1.478, -0.03], [0, 0.94, 0.342])

function collarOf(joints: Joints): Field {
  const neck = joints('neck')
  const ring = ball([0, neck.y - 0.012, -0.024], [0.081, 0.2, 0.077])
  const hole = ball([0, neck.y - 0.012, -0.024], [0.066, 0.2, 0.062])
  const band = half([0, 1.487, -0.03], [0, 0.94, 0.342])
  const under = half([0, 1.45, -0.03], [0, -0.94, -0.342])
  return within(0.008, within(0.008, carve(0.006, ring, hole), band), under)
}

function trousersOf({ limbs, torso, belly }: { limbs: number; torso: number; belly: number }): Field {
  const leg = stack([
    [0.05, 0.171, -0.026, 0.062, 0.074],
    [0.13, 0.168, -0.028, 0.059 + limbs / 2, 0.069 + limbs / 2],
    [0.3, 0.151, -0.022, 0.064 + limbs, 0.073 + limbs],
    [0.42, 0.139, -0.01, 0.068 + limbs, 0.077 + limbs],
    [0.53, 0.129, 0.003, 0.069 + limbs, 0.076 + limbs],
    [0.7, 0.112, 0.002, 0.081 + limbs, 0.092 + limbs],
    [0.85, 0.096, -0.01, 0.093 + limbs, 0.11 + limbs],
    [0.94, 0.088, -0.016, 0.088, 0.112],
  ])
  const folded: Field = (x, y, z) =>
    leg(x, y, z) + 0.003 * Math.sin(85 * y + 14 * z) * bump(y, 0.13, 0.1) + 0.0022 * Math.sin(60 * y - 25 * z) * bump(y, 0.55, 0.12)
  const seat = stack([
    [0.83, 0, -0.02, 0.1, 0.08],
    [0.88, 0, -0.024, 0.158 + torso, 0.116 + torso * 0.7],
    [0.94, 0, -0.022, 0.17 + torso, 0.12 + torso * 0.7 + belly / 4],
    [1.05, 0, -0.02, 0.152 + torso, 0.105 + torso * 0.7 + belly / 2],
  ])
  const both: Field = (x, y, z) => Math.min(folded(x, y, z), folded(-x, y, z))
  return melt(0.035, seat, both)
}

/** A slice of that half thickness across `along`. */
function slab(at: { toArray(): number[] }, along: { toArray(): number[] }, thickness: number): Field {
  const plane = half(at.toArray(), along.toArray())
  return (x, y, z) => Math.abs(plane(x, y, z)) - thickness
}

function bump(y: number, middle: number, reach: number): number {
  const t = (y - middle) / reach
  return Math.exp(-t * t)
}
