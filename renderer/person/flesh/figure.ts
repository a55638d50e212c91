import { Vector3, type Skeleton } from 'three'
import { jointsOf, type Joints, type Physique } from './anatomy.ts'
import { clothesOf } from './clothes.ts'
import { contour, type Box, type Surface } from '../../sculpture/contour.ts'
import { browOf, ENLARGED, EYE, hairOf, headOf, lipsOf, type Line } from './head.ts'
import { armOf, fingersOf, shoeOf } from './limbs.ts'
import { mirrored, type Field } from '../../sculpture/field.ts'
import { band, enlarged, reflected, slab, tube, zone } from '../../sculpture/solids.ts'
import type { Weights } from '../../sculpture/skin.ts'
import { chain, weighing, type Weigh } from './weights.ts'

/** What a triangle is made of; painted in a person's own colours. */
export type Stuff =
  | 'shirt'
  | 'ribbing'
  | 'trousers'
  | 'shoes'
  | 'soles'
  | 'skin'
  | 'lips'
  | 'hair'
  | 'brows'
  | 'eyeball'
  | 'iris'
  | 'pupil'

/** One piece of a figure with the weights of its vertices. */
export interface Piece {
  stuff: Stuff
  surface: Surface
  weights: Weights[]
}

/** All pieces of a body about its bound skeleton, in the metres of the model. */
export function sculpt(
  skeleton: Skeleton,
  physique: Physique,
  coarse: number,
): { pieces: Piece[]; whole: Field } {
  const joints = jointsOf(skeleton)
  const clothes = clothesOf(joints, physique)
  const weigh = weighing(joints, clothes)
  const [head, hair, shoe] = [headOf(), hairOf(physique.hairstyle), shoeOf(joints)] as const
  const arm = armOf(joints, physique)

  const middle: Piece[] = [
    carved(
      'shirt',
      clothes.shirt,
      { min: [-0.6, 0.83, -0.27], max: [0.6, 1.55, 0.25], cell: 0.03 },
      weigh.cloth,
    ),
    piece('ribbing', band(clothes.collar), weigh.head),
    carved(
      'trousers',
      clothes.trousers,
      { min: [-0.29, 0.02, -0.22], max: [0.29, 1.09, 0.22], cell: 0.033 },
      weigh.cloth,
    ),
    featured(
      'skin',
      head,
      { min: [-0.11, 1.42, -0.13], max: [0.11, 1.83, 0.15], cell: 0.0128 * coarse },
      weigh.head,
    ),
  ]
  if (hair)
    middle.push(
      featured(
        'hair',
        hair,
        { min: [-0.16, 1.42, -0.21], max: [0.16, 1.87, 0.16], cell: 0.0155 * coarse },
        weigh.head,
      ),
    )

  const [toes, wrist] = [joints('leftToes'), joints('leftHand')]
  const left: Piece[] = [
    ...(clothes.cuff ? [piece('ribbing', band(clothes.cuff, 16), weigh.arm)] : []),
    carved(
      'skin',
      arm,
      around(
        joints,
        [
          'leftLowerArm',
          'leftUpperArm',
          'leftMiddleProximal',
          'leftLittleProximal',
          'leftThumbProximal',
        ],
        0.07,
        0.021 * coarse,
      ),
      weigh.arm,
    ),
    carved(
      'shoes',
      shoe.upper,
      {
        min: [toes.x - 0.08, -0.02, wrist.z - 0.15],
        max: [toes.x + 0.08, 0.18, toes.z + 0.12],
        cell: 0.02 * coarse,
      },
      weigh.foot,
    ),
    piece('soles', slab(shoe.print, shoe.middle, shoe.ground, shoe.welt), weigh.foot),
    line('brows', browOf(head), weigh.head),
    ...lipsOf(head).map((lip) => line('lips', lip, weigh.head)),
    ...fingersOf(joints).map(({ bones, points, radii }) =>
      piece('skin', tube(points, radii), fingerWeights(bones, points)),
    ),
    ...eye(weigh.head),
  ]
  const whole = union([
    clothes.shirt,
    clothes.trousers,
    head,
    mirrored(arm),
    mirrored(shoe.upper),
    ...(hair ? [hair] : []),
  ])
  return { pieces: [...middle, ...left, ...left.map(other)], whole }
}

function carved(stuff: Stuff, field: Field, box: Box, weigh: Weigh): Piece {
  return piece(stuff, contour(field, box), weigh)
}

/** A part of the head. */
function featured(stuff: Stuff, field: Field, box: Box, weigh: Weigh): Piece {
  return piece(stuff, grown(contour(field, box)), weigh)
}

function line(stuff: Stuff, { points, radii }: Line, weigh: Weigh): Piece {
  return piece(stuff, grown(tube(points, radii)), weigh)
}

function grown(surface: Surface): Surface {
  return enlarged(surface, ENLARGED.about, ENLARGED.by)
}

function piece(stuff: Stuff, surface: Surface, weigh: Weigh): Piece {
  const place = new Vector3()
  const weights: Weights[] = []
  for (let i = 0; i < surface.positions.length; i += 3)
    weights.push(weigh(place.fromArray(surface.positions, i)))
  return { stuff, surface, weights }
}

/** The right-hand twin of a left-hand piece. */
function other({ stuff, surface, weights }: Piece): Piece {
  const swapped = weights.map(
    (shares) =>
      new Map([...shares].map(([bone, share]) => [bone.replace(/^left/, 'right'), share])),
  )
  return { stuff, surface: reflected(surface), weights: swapped }
}

function around(joints: Joints, names: string[], margin: number, cell: number): Box {
  const places = names.map(joints)
  const edge = (pick: (...values: number[]) => number, by: number) =>
    [
      pick(...places.map((p) => p.x)) + by,
      pick(...places.map((p) => p.y)) + by,
      pick(...places.map((p) => p.z)) + by,
    ] as const
  return { min: edge(Math.min, -margin), max: edge(Math.max, margin), cell }
}

function fingerWeights(bones: string[], points: Vector3[]): Weigh {
  const stations = bones.slice(1).map((bone, i) => ({
    bone,
    at: points[i + 1],
    along: points[i + 2].clone().sub(points[i]).normalize(),
    blend: 0.006,
  }))
  return chain(bones[0], stations)
}

/** Pupil, iris and white as zones of a ball, and a lid that takes the stare out of it. */
function eye(weigh: Weigh): Piece[] {
  const middle = new Vector3(...EYE.at)
  const forward = new Vector3(0.03, -0.02, 1)
  const ring = (stuff: Stuff, from: number, to: number, steps: number) =>
    piece(stuff, grown(zone(middle, EYE.radius, forward, from, to, 14, steps)), weigh)
  const lid = zone(middle, EYE.radius + 0.0011, new Vector3(0.1, 1, 0.34), 0, 1.1, 14, 4)
  return [
    ring('pupil', 0, 0.28, 2),
    ring('iris', 0.28, 0.62, 2),
    ring('eyeball', 0.62, 1.5, 4),
    piece('skin', grown(lid), weigh),
  ]
}

function union(fields: Field[]): Field {
  return (x, y, z) => {
    let d = 1e3
    for (const field of fields) d = Math.min(d, field(x, y, z))
    return d
  }
}
