import { Vector3 } from 'three'
import { between, direction, FLESH, type Joints, type Physique } from './anatomy.ts'
import {
  half,
  limb,
  melt,
  mirrored,
  stack,
  swell,
  within,
  type Field,
} from '../../sculpture/field.ts'
import type { Band } from '../../sculpture/solids.ts'

/** Garments as closed solids, each cut off crisply where its cloth ends. */
export interface Clothes {
  shirt: Field
  trousers: Field
  collar: Band
  /** Ribs where a long sleeve ends, left side. */
  cuff: Band | undefined
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
  const trousers = trousersOf(more)
  return {
    // A shirt is worn over the trousers: wherever it covers them it is wider.
    shirt: within(
      0,
      melt(0.02, opened, within(0, swell(trousers, 0.011), half([0, 0.98, 0], [0, 1, 0]))),
      hem,
    ),
    trousers,
    collar: {
      middle: new Vector3(0, 1.476, -0.029),
      axis: new Vector3(0, 0.94, 0.342),
      radii: [0.0765, 0.0735],
      thickness: [0.0075, 0.011],
    },
    cuff: sleeve.cuff,
    trunk,
    sleeve: sleeve.whole,
  }
}

/** Metres above the sole where a shirt ends. */
const HEM = 0.872

// Level, so that it cuts all grid cells at one height and shows no steps.
const hem: Field = half([0, HEM, 0], [0, -1, 0])

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
  return (x, y, z) =>
    cloth(x, y, z) + 0.0028 * Math.sin(46 * y + 17 * Math.abs(x) + 9 * z) * bump(y, 1.02, 0.17)
}

/** From the neck out to the tip of the shoulder. */
function yoke(more: number): Field {
  return limb(
    new Vector3(0.045, 1.474, -0.036),
    new Vector3(0.178, 1.424, -0.062),
    0.049 + more / 3,
    0.051 + more / 3,
  )
}

function sleeveOf(joints: Joints, top: Physique['top'], more: number) {
  const [shoulder, elbow, wrist] = [
    joints('leftUpperArm'),
    joints('leftLowerArm'),
    joints('leftHand'),
  ]
  if (top === 't-shirt') {
    const along = direction(shoulder, elbow)
    const end = between(shoulder, elbow, 0.66)
    return {
      whole: limb(
        between(shoulder, elbow, 0.02),
        between(shoulder, elbow, 1),
        0.053 + more,
        0.067 + more,
      ),
      end: half(end.toArray(), along.toArray()),
      cuff: undefined,
    }
  }
  const along = direction(elbow, wrist)
  const end = between(elbow, wrist, 0.9)
  const folds =
    (field: Field): Field =>
    (x, y, z) =>
      field(x, y, z) + 0.002 * Math.sin(70 * y - 20 * x)
  return {
    whole: folds(
      melt(
        0.01,
        limb(between(shoulder, elbow, 0.02), elbow, 0.053 + more, 0.056 + more),
        limb(elbow, wrist, 0.055 + more, 0.045 + more),
      ),
    ),
    end: half(end.toArray(), along.toArray()),
    cuff: {
      middle: between(elbow, wrist, 0.95),
      axis: along,
      radii: [0.034 + more / 2, 0.034 + more / 2] as const,
      thickness: [0.008, 0.028] as const,
    },
  }
}

/** The crew neck: a plane that falls towards the chest. */
const neckline: Field = half([0, 1.478, -0.03], [0, 0.94, 0.342])

function trousersOf({
  limbs,
  torso,
  belly,
}: {
  limbs: number
  torso: number
  belly: number
}): Field {
  const leg = stack([
    [0.05, 0.171, -0.026, 0.062, 0.074],
    [0.13, 0.168, -0.028, 0.059 + limbs / 2, 0.069 + limbs / 2],
    [0.3, 0.151, -0.022, 0.064 + limbs, 0.073 + limbs],
    [0.42, 0.139, -0.01, 0.068 + limbs, 0.077 + limbs],
    [0.53, 0.129, 0.003, 0.069 + limbs, 0.076 + limbs],
    [0.7, 0.112, 0.002, 0.081 + limbs, 0.092 + limbs],
    [0.85, 0.093, -0.01, 0.088 + limbs, 0.106 + limbs + torso / 4],
    [0.94, 0.085, -0.016, 0.082 + torso / 2, 0.108 + torso * 0.7],
  ])
  const folded: Field = (x, y, z) =>
    leg(x, y, z) +
    0.003 * Math.sin(85 * y + 14 * z) * bump(y, 0.13, 0.1) +
    0.0022 * Math.sin(60 * y - 25 * z) * bump(y, 0.55, 0.12)
  const seat = stack([
    [0.83, 0, -0.02, 0.1, 0.08],
    [0.88, 0, -0.024, 0.152 + torso, 0.113 + torso * 0.7],
    [0.94, 0, -0.022, 0.163 + torso, 0.117 + torso * 0.7 + belly / 4],
    [1.05, 0, -0.02, 0.152 + torso, 0.105 + torso * 0.7 + belly / 2],
  ])
  const both: Field = (x, y, z) => Math.min(folded(x, y, z), folded(-x, y, z))
  return melt(0.035, seat, both)
}

function bump(y: number, middle: number, reach: number): number {
  const t = (y - middle) / reach
  return Math.exp(-t * t)
}
