import { Vector3 } from 'three'
import type { Physique } from './anatomy.ts'
import {
  ball,
  carve,
  half,
  limb,
  melt,
  mirrored,
  swell,
  within,
  type Field,
} from '../../sculpture/field.ts'

const at = (x: number, y: number, z: number) => new Vector3(x, y, z)

/** Middle of the left eyeball and its radius; the skull is 1.56 (chin) to 1.80 (crown) high. */
export const EYE = { at: [0.0315, 1.684, 0.0835] as const, radius: 0.0145 }

/** Middle of the left ear, and how high the tip of the nose is. */
const EAR = [0.08, 1.672, -0.004] as const
const NOSE_TIP = 1.651

/** A head is drawn a little larger than life: faces read better from afar. */
export const ENLARGED = { about: at(0, 1.56, -0.005), by: 1.07 }

/** Head and neck as one piece of skin. */
export function headOf(): Field {
  const skull = melt(
    0.05,
    ball([0, 1.713, 0.006], [0.0765, 0.09, 0.0965]),
    ball([0, 1.655, 0.028], [0.062, 0.082, 0.07]),
    mirrored(limb(at(0.047, 1.615, 0.0), at(0.012, 1.583, 0.07), 0.02, 0.02)),
  )
  const face = melt(
    0.025,
    skull,
    ball([0, 1.584, 0.083], [0.019, 0.016, 0.015]),
    mirrored(ball([0.037, 1.652, 0.064], [0.026, 0.022, 0.026])),
    ball([0, 1.62, 0.076], [0.026, 0.02, 0.022]),
  )
  const sockets = carve(0.02, face, mirrored(ball([0.032, 1.684, 0.108], [0.021, 0.0135, 0.018])))
  const brow = melt(
    0.016,
    sockets,
    mirrored(limb(at(0.01, 1.7035, 0.0935), at(0.045, 1.7055, 0.077), 0.007, 0.006)),
  )
  const nose = melt(
    0.01,
    limb(at(0, 1.688, 0.093), at(0, NOSE_TIP, 0.1125), 0.007, 0.0115),
    mirrored(ball([0.0105, 1.647, 0.1035], [0.0085, 0.0075, 0.01])),
  )
  const neck = melt(0.03, limb(at(0, 1.44, -0.03), at(0, 1.61, -0.004), 0.06, 0.052))
  const ear = carve(
    0.006,
    ball(EAR, [0.0095, 0.029, 0.0175]),
    ball([0.0885, 1.675, 0.001], [0.006, 0.017, 0.009]),
  )
  return melt(0.012, melt(0.028, melt(0.014, brow, nose), neck), mirrored(ear))
}

/** A line on the left half of the face, drawn as a tube. */
export interface Line {
  points: Vector3[]
  radii: number[]
}

/** Lips from the middle to the left corner of the mouth: upper and lower, a little proud of the face. */
export function lipsOf(head: Field): Line[] {
  const on = onFace(head, -0.0005)
  return [
    {
      points: [on(-0.001, 1.6217), on(0.011, 1.622), on(0.0225, 1.6198)],
      radii: [0.0036, 0.0038, 0.0016],
    },
    {
      points: [on(-0.001, 1.6155), on(0.011, 1.6163), on(0.0205, 1.619)],
      radii: [0.0046, 0.0042, 0.0018],
    },
  ]
}

/** The left eyebrow from the nose outwards. */
export function browOf(head: Field): Line {
  const on = onFace(head, -0.0008)
  return {
    points: [on(0.0145, 1.7135), on(0.031, 1.7175), on(0.0495, 1.7095)],
    radii: [0.0036, 0.0038, 0.0018],
  }
}

/** The place on the face at x, y; `proud` metres in front of it. */
function onFace(head: Field, proud: number): (x: number, y: number) => Vector3 {
  return (x, y) => {
    let z = 0.16
    for (let step = 0; step < 60; step++) z -= 0.5 * head(x, y, z)
    return new Vector3(x, y, z + proud)
  }
}

/**
 * What annotators mark of a head as it is drawn: the tip of the nose; on the left the pupil, and the middle of the ear.
 * Taken from the field and not from its mesh, so that it does not depend on how fine that is.
 */
export function marksOf(): { nose: Vector3; eye: Vector3; ear: Vector3 } {
  const drawn = (place: Vector3) =>
    place.sub(ENLARGED.about).multiplyScalar(ENLARGED.by).add(ENLARGED.about)
  return {
    nose: drawn(onFace(headOf(), 0)(0, NOSE_TIP)),
    eye: drawn(at(...EYE.at).add(at(0, 0, EYE.radius))),
    ear: drawn(at(...EAR)),
  }
}

/** Hair as one volume with a crisp line about the face; nothing for the bald. */
export function hairOf(style: Physique['hairstyle']): Field | undefined {
  if (style === 'bald') return undefined
  const cap = ball([0, 1.715, 0.0], [0.087, 0.1, 0.107])
  const wavy: Field = (x, y, z) =>
    cap(x, y, z) + 0.0022 * Math.sin(85 * x + 30 * z) * Math.max(0, Math.min(1, (y - 1.7) * 12))
  // Everything below the hairline is face: forehead, temples, sideburns before the ear, nape.
  const face = melt(
    0.012,
    ball([0, 1.65, 0.125], [0.068, 0.103, 0.075]),
    mirrored(ball([0.085, 1.66, 0.045], [0.03, 0.052, 0.043])),
  )
  const nape = half([0, 1.625, -0.07], [0, -0.85, 0.527])
  const about = carve(
    0.008,
    wavy,
    melt(0.006, face, mirrored(ball([0.092, 1.665, 0.002], [0.022, 0.036, 0.026]))),
  )
  if (style === 'short') {
    const quiff = melt(
      0.03,
      about,
      carve(0.01, ball([0.012, 1.785, 0.06], [0.05, 0.024, 0.035]), face),
    )
    return within(0.01, melt(0.02, quiff, ball([0, 1.66, -0.06], [0.06, 0.05, 0.04])), nape)
  }
  if (style === 'bun') {
    const tight = within(0.01, swell(about, -0.003), nape)
    return melt(0.016, tight, ball([0, 1.752, -0.115], [0.042, 0.04, 0.036]))
  }
  const fall = carve(
    0.012,
    melt(
      0.03,
      limb(at(0, 1.68, -0.045), at(0, 1.5, -0.085), 0.075, 0.05),
      mirrored(limb(at(0.062, 1.69, -0.02), at(0.07, 1.52, -0.05), 0.03, 0.026)),
    ),
    face,
  )
  const strands: Field = (x, y, z) => fall(x, y, z) + 0.0025 * Math.sin(110 * x + 4 * y)
  const neck = limb(at(0, 1.44, -0.02), at(0, 1.63, 0.012), 0.054, 0.05)
  return melt(0.02, carve(0.006, cap, face), carve(0.01, strands, neck))
}
