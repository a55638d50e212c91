import { Vector3 } from 'three'
import type { Quadruped } from '#scenes'
import { contour, type Box, type Surface } from '../sculpture/contour.ts'
import { ball, limb, melt, mirrored, type Field } from '../sculpture/field.ts'
import type { Weights } from '../sculpture/skin.ts'
import { reflected, tube, zone } from '../sculpture/solids.ts'
import { ANATOMIES, type Anatomy, type Side } from './anatomy.ts'
import { bonesOf, TAIL, type Bone } from './bones.ts'

/** What a triangle is of; painted in an animal's own colours. */
export type Stuff = 'coat' | 'hair' | 'nose' | 'iris' | 'pupil' | 'antler'

export interface Piece {
  stuff: Stuff
  surface: Surface
  weights: Weights[]
}

/** Heights over which parts of a body melt into each other: masses of the trunk, and legs and neck with it. */
const [MASSES, LIMBS] = [0.12, 0.07]
/** Edge of a cell, heights: trunk, head, legs. */
const CELLS = { trunk: 0.06, head: 0.033, leg: 0.033 }

/**
 * A body about the bones of its species, in heights of its withers.
 * @param coarse 1 for a body seen near by; further off, how much larger its cells are
 */
export function sculpt(
  species: Quadruped,
  coarse: number,
  antlers: boolean,
): { pieces: Piece[]; whole: Field } {
  const anatomy = ANATOMIES[species]
  const bones = bonesOf(anatomy)
  const legs = legsOf(bones)
  const head = headOf(anatomy)
  const body = trunkOf(anatomy, bones)
  const whole = melt(0.03, melt(LIMBS, body, legs), head)
  const weigh = weighing(bones)

  const split = anatomy.neck.top[0] - 0.06
  const chin = Math.min(anatomy.head.muzzle[1], anatomy.neck.top[1]) - 0.3
  const toes = Math.max(anatomy.hind.toe[0] - anatomy.hind.hock[0], 0.2)
  const boxes: Box[] = [
    {
      min: [-0.3, LEG_TOP, -0.8],
      max: [0.3, 1.5, split + CELLS.trunk * coarse],
      cell: CELLS.trunk * coarse,
    },
    { min: [-0.2, chin, split], max: [0.2, 1.5, 1.1], cell: CELLS.head * coarse },
  ]
  const legBoxes: Box[] = [
    legBox(
      anatomy.apart.hind,
      anatomy.hind.toe[0] - toes - 0.12,
      anatomy.hind.toe[0] + 0.08,
      coarse,
    ),
    legBox(anatomy.apart.front, anatomy.front.elbow[0] - 0.14, anatomy.front.toe[0] + 0.08, coarse),
  ]
  const { nose } = anatomy.head
  const noseOf = rigid('nose', ballZone(nose.at, nose.radius, FORWARD, 0, 2.2), 'head')
  const left: Piece[] = [
    ...legBoxes.map((box) => piece('coat', contour(whole, box), weigh)),
    ...earOf(anatomy),
    ...eyeOf(anatomy),
    ...(nose.at[0] > 0 ? [noseOf] : []),
    ...(antlers ? antlerOf(anatomy) : []),
  ]
  const pieces: Piece[] = [
    ...boxes.map((box) => piece('coat', contour(whole, box), weigh)),
    ...(nose.at[0] > 0 ? [] : [noseOf]),
    tailOf(anatomy, species),
    ...maneOf(anatomy, weigh),
  ]
  return { pieces: [...pieces, ...left, ...left.map(other)], whole }
}

/** Where legs are cut from the trunk's mesh into finer ones, heights. */
const LEG_TOP = 0.42

function legBox(out: number, back: number, front: number, coarse: number): Box {
  const cell = CELLS.leg * coarse
  return { min: [0.005, -0.03, back], max: [out + 0.12, LEG_TOP + 2 * cell, front], cell }
}

function trunkOf({ trunk, neck }: Anatomy, bones: readonly Bone[]): Field {
  const masses = trunk.map(({ at: [z, y], radii }) => ball([0, y, z], radii))
  const [a, b] = [neck.base, neck.top].map(([z, y]) => new Vector3(0, y, z))
  const chest = bones.find(({ name }) => name === 'chest') as Bone
  return melt(
    MASSES,
    ...masses,
    limb(chest.at, a, chest.radii[0] * 0.8, neck.thick[0] * 0.9),
    flat(limb(a, b, neck.thick[0], neck.thick[1]), 0.78),
  )
}

/** The same field made narrower. */
function flat(field: Field, by: number): Field {
  return (x, y, z) => field(x / by, y, z) * by
}

function headOf({ head, neck }: Anatomy): Field {
  const { skull, muzzle, radii, thick, jaw } = head
  const [a, b] = [skull, muzzle].map(([z, y]) => new Vector3(0, y, z))
  const top = new Vector3(0, neck.top[1], neck.top[0])
  return melt(
    0.045,
    ball([0, skull[1], skull[0]], radii),
    flat(limb(a.clone().lerp(b, 0.35), b, thick[0], thick[1]), 0.85),
    flat(limb(top, a, neck.thick[1], radii[0]), 0.85),
    ...(jaw ? [ball([0, jaw.at[1], jaw.at[0]], jaw.radii)] : []),
  )
}

function legsOf(bones: readonly Bone[]): Field {
  const left = bones.filter(({ name }) => name.startsWith('left'))
  return mirrored(melt(0.035, ...left.map(({ at, to, radii }) => limb(at, to, radii[0], radii[1]))))
}

/** What hangs where: the nearer a place is to a bone's flesh, the more. */
function weighing(bones: readonly Bone[]): (place: Vector3) => Weights {
  const fields = bones
    .filter(({ name }) => !name.startsWith('tail'))
    .map((bone) => ({ ...bone, field: limb(bone.at, bone.to, bone.radii[0], bone.radii[1]) }))
  return ({ x, y, z }) => {
    const near = fields.map(({ name, field }) => {
      // A leg holds nothing of the other side's.
      const across = (name.startsWith('left') && x < 0) || (name.startsWith('right') && x > 0)
      return { name, off: field(x, y, z) + (across ? 0.04 + 2 * Math.abs(x) : 0) }
    })
    const least = Math.min(...near.map(({ off }) => off))
    const shares = near.map(({ name, off }) => [name, Math.exp(-(off - least) / SOFT)] as const)
    const sum = shares.reduce((total, [, share]) => total + share, 0)
    return new Map(
      shares.filter(([, share]) => share > 0.01 * sum).map(([name, share]) => [name, share / sum]),
    )
  }
}

/** Heights over which one bone hands over to another. */
const SOFT = 0.022

function piece(stuff: Stuff, surface: Surface, weigh: (place: Vector3) => Weights): Piece {
  const place = new Vector3()
  const weights: Weights[] = []
  for (let i = 0; i < surface.positions.length; i += 3)
    weights.push(weigh(place.fromArray(surface.positions, i)))
  return { stuff, surface, weights }
}

function rigid(stuff: Stuff, surface: Surface, bone: string): Piece {
  return piece(stuff, surface, () => new Map([[bone, 1]]))
}

const FORWARD = new Vector3(0, 0, 1)

function ballZone(
  at: readonly number[],
  radius: number,
  toward: Vector3,
  from: number,
  to: number,
): Surface {
  return zone(new Vector3().fromArray(at), radius, toward, from, to, 8, 3)
}

/** Looking ahead and outwards, the more so the longer the muzzle. */
function eyeOf({ head: { eye, skull, muzzle } }: Anatomy): Piece[] {
  const toward = new Vector3(4 * (muzzle[0] - skull[0]) - 0.2, 0.1, 1)
  const { at, radius } = eye
  return [
    rigid('pupil', ballZone(at, radius, toward, 0, 0.6), 'head'),
    rigid('iris', ballZone(at, radius, toward, 0.6, 2.2), 'head'),
  ]
}

/** A leaf of skin: a tube pressed flat, along the head. */
function earOf({ head: { ear } }: Anatomy): Piece[] {
  const points = ear.points.map(([x, y, z]) => new Vector3(x, y, z))
  return [rigid('coat', tube(points, ear.radii, 7), 'head')]
}

function antlerOf({ head: { skull } }: Anatomy): Piece[] {
  const [z, y] = skull
  const at = (x: number, up: number, forward: number) => new Vector3(x, y + up, z + forward)
  const beam = [
    at(0.035, 0.05, -0.02),
    at(0.09, 0.2, -0.1),
    at(0.2, 0.38, -0.13),
    at(0.24, 0.56, -0.04),
    at(0.19, 0.68, 0.03),
  ]
  const tines = [
    [at(0.05, 0.09, -0.04), at(0.075, 0.14, 0.06), at(0.08, 0.24, 0.13)],
    [at(0.14, 0.29, -0.12), at(0.17, 0.33, -0.01), at(0.18, 0.43, 0.05)],
    [at(0.235, 0.5, -0.07), at(0.28, 0.58, -0.12), at(0.3, 0.68, -0.14)],
  ]
  return [
    rigid('antler', tube(beam, [0.024, 0.02, 0.018, 0.014, 0.006], 6), 'head'),
    ...tines.map((points) => rigid('antler', tube(points, [0.016, 0.013, 0.005], 5), 'head')),
  ]
}

/** Tails and manes lie in the middle plane. */
const SIDEWAYS = new Vector3(1, 0, 0)

function tailOf({ tail }: Anatomy, species: Quadruped): Piece {
  const points = tail.points.map(([z, y]) => new Vector3(0, y, z))
  const surface = tube(points, tail.radii, 8, SIDEWAYS)
  const lengths = points.slice(0, 3).map((point, i) => points[i + 1].distanceTo(point))
  const weigh = (place: Vector3): Weights => {
    // How far along the tail, in bones.
    let best = { off: Infinity, along: 0 }
    points.slice(0, 3).forEach((from, i) => {
      const way = points[i + 1].clone().sub(from)
      const t = Math.min(Math.max(place.clone().sub(from).dot(way) / lengths[i] ** 2, 0), 1)
      const off = place.distanceTo(from.clone().addScaledVector(way, t))
      if (off < best.off) best = { off, along: i + t }
    })
    const at = Math.min(Math.max(best.along - 0.5, 0), 1.999)
    const [i, share] = [Math.floor(at), at - Math.floor(at)]
    return new Map([
      [TAIL[i], 1 - share],
      [TAIL[i + 1], share],
    ])
  }
  return piece(species === 'horse' ? 'hair' : 'coat', surface, weigh)
}

function maneOf({ mane }: Anatomy, weigh: (place: Vector3) => Weights): Piece[] {
  if (!mane) return []
  const at = ([z, y]: Side, x: number, down: number) => new Vector3(x, y - down, z)
  const crest = tube(
    mane.map((point) => at(point, 0, 0)),
    [0.014, 0.03, 0.034, 0.034, 0.03, 0.012],
    6,
    SIDEWAYS,
  )
  // It falls to the right.
  const fall = tube(
    mane.slice(1).map((point) => at(point, -0.062, 0.055)),
    [0.02, 0.036, 0.042, 0.04, 0.016],
    6,
    SIDEWAYS,
  )
  return [crest, fall].map((surface) => piece('hair', surface, weigh))
}

/** The right-hand twin of a left-hand piece. */
function other({ stuff, surface, weights }: Piece): Piece {
  const swapped = weights.map(
    (shares) =>
      new Map(
        [...shares].map(([bone, share]) => [
          bone.startsWith('left') ? bone.replace('left', 'right') : bone.replace('right', 'left'),
          share,
        ]),
      ),
  )
  return { stuff, surface: reflected(surface), weights: swapped }
}
