import { Vector3 } from 'three'
import { between, FLESH, type Joints, type Physique } from './anatomy.ts'
import { ball, half, limb, melt, within, type Field } from '../../sculpture/field.ts'

/** The left arm from under the sleeve to the knuckles, with the thumb's root. */
export function armOf(joints: Joints, { build, top }: Physique): Field {
  const more = FLESH[build].limbs
  const [shoulder, elbow, wrist] = [
    joints('leftUpperArm'),
    joints('leftLowerArm'),
    joints('leftHand'),
  ]
  const start =
    top === 't-shirt'
      ? limb(between(shoulder, elbow, 0.45), elbow, 0.046 + more, 0.039 + more)
      : limb(between(elbow, wrist, 0.7), wrist, 0.03, 0.028)
  const fore = melt(
    0.008,
    limb(elbow, between(elbow, wrist, 0.3), 0.038 + more, 0.042 + more),
    limb(between(elbow, wrist, 0.3), wrist, 0.042 + more, 0.027 + more / 3),
  )
  const skin = top === 't-shirt' ? melt(0.008, start, fore) : start
  return melt(0.02, skin, palm(joints))
}

/** Flat from the wrist to the knuckles; fingers are tubes of their own. */
function palm(joints: Joints): Field {
  const wrist = joints('leftHand')
  const knuckle = (name: string, share: number) =>
    limb(
      between(wrist, joints(`left${name}Proximal`), 0.2),
      between(wrist, joints(`left${name}Proximal`), share),
      0.016,
      0.0135,
    )
  const thumb = limb(
    between(wrist, joints('leftThumbMetacarpal'), 0.5),
    joints('leftThumbProximal'),
    0.017,
    0.0135,
  )
  return melt(
    0.016,
    knuckle('Index', 0.97),
    knuckle('Middle', 0.97),
    knuckle('Ring', 0.97),
    knuckle('Little', 0.95),
    thumb,
  )
}

/** Centre line and radii of the left hand's fingers: joints and the tip. */
export function fingersOf(
  joints: Joints,
): { bones: string[]; points: Vector3[]; radii: number[] }[] {
  const finger = (name: string, parts: string[], thick: number, tip: number) => {
    const bones = parts.map((part) => `left${name}${part}`)
    const points = bones.map(joints)
    const [a, b] = [points.at(-2) as Vector3, points.at(-1) as Vector3]
    points.push(b.clone().addScaledVector(b.clone().sub(a).normalize(), tip))
    return { bones, points, radii: [1.1, 1, 0.93, 0.8].map((share) => share * thick) }
  }
  const long = ['Proximal', 'Intermediate', 'Distal']
  return [
    finger('Index', long, 0.0105, 0.021),
    finger('Middle', long, 0.0108, 0.022),
    finger('Ring', long, 0.0104, 0.021),
    finger('Little', long, 0.0092, 0.018),
    finger('Thumb', ['Metacarpal', 'Proximal', 'Distal'], 0.0125, 0.024),
  ]
}

/** The left shoe's upper and the outline of its sole, which reaches from the ground up to the welt. */
export function shoeOf(joints: Joints): {
  upper: Field
  print: Field
  middle: Vector3
  ground: number
  welt: number
} {
  const [ankle, ball_] = [joints('leftFoot'), joints('leftToes')]
  const x = ankle.x
  const ground = ankle.y - SOLE_TO_ANKLE
  const p = (dx: number, y: number, z: number) => new Vector3(x + dx, ground + y, z)
  const heel = ankle.z - 0.02
  const upper = melt(
    0.035,
    limb(p(0, 0.04, heel), p(0.002, 0.038, ball_.z), 0.034, 0.036),
    limb(p(0.002, 0.034, ball_.z - 0.02), p(-0.004, 0.027, ball_.z + 0.045), 0.04, 0.03),
    limb(p(0, 0.05, heel + 0.012), p(0, 0.12, heel + 0.018), 0.036, 0.042),
    limb(p(0, 0.085, heel + 0.03), p(0, 0.05, ball_.z - 0.02), 0.032, 0.028),
  )
  const flat = half([0, ground + 0.022, 0], [0, -1, 0])
  // Seen from above, a sole: narrow waist, broad ball.
  const print = melt(
    0.03,
    ball([x, ground, heel], [0.043, 0.2, 0.052]),
    ball([x + 0.004, ground, ball_.z + 0.005], [0.052, 0.2, 0.09]),
    ball([x, ground, ankle.z + 0.07], [0.037, 0.2, 0.08]),
  )
  return {
    upper: within(0.004, upper, flat),
    print,
    middle: p(0, 0, ankle.z + 0.07),
    ground,
    welt: ground + 0.026,
  }
}

/** Height of the ankle joint above the underside of the sole, metres: as in person.glb. */
export const SOLE_TO_ANKLE = 0.104
