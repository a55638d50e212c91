import { Matrix4, Quaternion, Vector3 } from 'three'

/** A leg in the T-pose: from hip to knee and from knee to ankle, metres, in a plane across x. */
export interface Leg {
  thigh: Vector3
  shank: Vector3
}

/** How a leg reaches: the thigh's turn in the world, the knee's bend about x on top of it, radians. */
export interface Reach {
  thigh: Quaternion
  bend: number
  /** Radians between thigh and shank, 0 for a straight leg. */
  flexion: number
}

/** A knee is never quite straight; radians. */
const STRAIGHTEST = 0.035

/** Puts the ankle where it is wanted, the knee in front; too far, the leg points there nearly straight. */
export function reach(leg: Leg, hip: Vector3, ankle: Vector3, outward: number): Reach {
  const [a, b] = [leg.thigh.length(), leg.shank.length()]
  const way = ankle.clone().sub(hip)
  const distance = way.length()
  const cosine = (distance * distance - a * a - b * b) / (2 * a * b)
  const flexion = Math.max(Math.acos(Math.min(Math.max(cosine, -1), 1)), STRAIGHTEST)
  const bend = flexion - (pitchOf(leg.shank) - pitchOf(leg.thigh))
  const line = leg.shank
    .clone()
    .applyAxisAngle(new Vector3(1, 0, 0), bend)
    .add(leg.thigh)
  const across = new Vector3(Math.cos(outward), 0, -Math.sin(outward))
  const turn = frame(new Vector3(1, 0, 0), line).invert()
  const thigh = new Quaternion().setFromRotationMatrix(frame(across, way).multiply(turn))
  return { thigh, bend, flexion }
}

/** Radians that a vector hanging down leans back. */
function pitchOf({ y, z }: Vector3): number {
  return Math.atan2(-z, -y)
}

/** Axes of a limb that goes `along`, whose hinge is as near to `across` as can be. */
function frame(across: Vector3, along: Vector3): Matrix4 {
  const y = along.clone().normalize()
  const x = across.clone().addScaledVector(y, -across.dot(y)).normalize()
  return new Matrix4().makeBasis(x, y, x.clone().cross(y))
}
