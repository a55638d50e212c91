import { Vector3 } from 'three'
import type { ShapeOf } from '#scenes'
import type { Surface } from '../sculpture/contour.ts'
import { tube } from '../sculpture/solids.ts'

/** The bones of one that flies, in order; wings are hinged at the body and once more half way out. */
export const BONES = ['body', 'left inner', 'left outer', 'right inner', 'right outer'] as const
export type FlyerBone = (typeof BONES)[number]

/** Hinges on the left, spans from the middle. */
export const HINGES: Record<ShapeOf<'flyers'>['wings'], { inner: number; outer: number }> = {
  bird: { inner: 0.05, outer: 0.24 },
  butterfly: { inner: 0.02, outer: 0.3 },
}

export interface FlyerPiece {
  surface: Surface
  /** The upper side, the underside, and what is dark of any. */
  of: 'back' | 'belly' | 'dark'
  bone: FlyerBone
}

/** Leading and trailing edge of a wing at places outwards, spans: out, front, back. */
type Rib = readonly [out: number, front: number, back: number]

const BIRD_INNER: Rib[] = [
  [0.04, 0.1, -0.11],
  [0.14, 0.12, -0.1],
  [0.25, 0.11, -0.08],
]
const BIRD_OUTER: Rib[] = [
  [0.24, 0.11, -0.08],
  [0.36, 0.07, -0.09],
  [0.46, -0.01, -0.1],
  [0.5, -0.07, -0.11],
]
const FORE_WING: Rib[] = [
  [0.02, 0.1, -0.02],
  [0.18, 0.26, -0.05],
  [0.36, 0.38, -0.02],
  [0.48, 0.38, 0.12],
]
const HIND_WING: Rib[] = [
  [0.02, 0.02, -0.14],
  [0.16, 0.0, -0.3],
  [0.3, -0.02, -0.3],
  [0.4, -0.06, -0.18],
]

/** One that flies with its wings spread, in spans; its middle is the origin, its beak looks along +Z. */
export function flyerOf(wings: ShapeOf<'flyers'>['wings']): FlyerPiece[] {
  const left = wings === 'bird' ? birdWing() : butterflyWing()
  const right = left.map(({ surface, of, bone }): FlyerPiece => ({
    surface: mirrored(surface),
    of,
    bone: bone.replace('left', 'right') as FlyerBone,
  }))
  return [...(wings === 'bird' ? birdBody() : butterflyBody()), ...left, ...right]
}

function birdBody(): FlyerPiece[] {
  const at = (z: number, y: number) => new Vector3(0, y, z)
  const line = [at(-0.24, 0.005), at(-0.1, 0), at(0.06, -0.005), at(0.17, 0.005), at(0.25, 0.02)]
  const body = tube(line, [0.022, 0.052, 0.062, 0.044, 0.036], 7, new Vector3(1, 0, 0))
  const beak = tube([at(0.26, 0.014), at(0.31, 0.004)], [0.013, 0.004], 5, new Vector3(1, 0, 0))
  const tail = [1, -1].flatMap((side) => [
    sheet([
      [0, -0.18, -0.36],
      [0.06, -0.2, -0.37],
      [0.1, -0.28, -0.35],
    ]).map((one) => (side > 0 ? one : mirrored(one))),
  ])
  return [
    { surface: body, of: 'belly', bone: 'body' },
    { surface: beak, of: 'dark', bone: 'body' },
    ...tail.flatMap(([top, under]): FlyerPiece[] => [
      { surface: top, of: 'back', bone: 'body' },
      { surface: under, of: 'belly', bone: 'body' },
    ]),
  ]
}

function butterflyBody(): FlyerPiece[] {
  const at = (z: number) => new Vector3(0, 0, z)
  const body = tube(
    [at(-0.24), at(-0.02), at(0.16)],
    [0.012, 0.026, 0.026],
    6,
    new Vector3(1, 0, 0),
  )
  const feelers = [1, -1].map((side) =>
    tube(
      [new Vector3(side * 0.012, 0.015, 0.16), new Vector3(side * 0.08, 0.05, 0.32)],
      [0.006, 0.008],
      4,
      new Vector3(1, 0, 0),
    ),
  )
  return [body, ...feelers].map((surface) => ({ surface, of: 'dark', bone: 'body' }))
}

function birdWing(): FlyerPiece[] {
  return [
    ...both(sheet(BIRD_INNER), 'left inner', 'back'),
    ...both(sheet(BIRD_OUTER), 'left outer', 'dark'),
  ]
}

function butterflyWing(): FlyerPiece[] {
  return [FORE_WING, HIND_WING].flatMap((ribs) => {
    const edge = ribs.slice(-2)
    return [
      ...both(sheet(ribs.slice(0, -1)), 'left inner', 'back'),
      ...both(sheet(edge), 'left inner', 'dark'),
    ]
  })
}

function both(
  [top, under]: [Surface, Surface],
  bone: FlyerBone,
  upper: 'back' | 'dark',
): FlyerPiece[] {
  return [
    { surface: top, of: upper, bone },
    { surface: under, of: upper === 'dark' ? 'dark' : 'belly', bone },
  ]
}

/** Both sides of a thin wing: lightly arched, its ribs joined by straight edges. */
function sheet(ribs: readonly Rib[]): [Surface, Surface] {
  const side = (up: 1 | -1): Surface => {
    const surface: Surface = { positions: [], normals: [], triangles: [] }
    for (const [out, front, back] of ribs)
      for (const share of [0, 0.4, 1]) {
        const arch = share === 0.4 ? 0.012 : 0
        surface.positions.push(out, arch + up * 0.002, front + share * (back - front))
        surface.normals.push(0, up, 0)
      }
    for (let r = 0; r + 1 < ribs.length; r++)
      for (let c = 0; c < 2; c++) {
        const [a, b] = [3 * r + c, 3 * (r + 1) + c]
        if (up > 0) surface.triangles.push(a, b, b + 1, a, b + 1, a + 1)
        else surface.triangles.push(a, b + 1, b, a, a + 1, b + 1)
      }
    return surface
  }
  return [turnedUp(side(1), 1), turnedUp(side(-1), -1)]
}

/** Triangles wound so that they are seen from the side that they are of. */
function turnedUp(surface: Surface, up: 1 | -1): Surface {
  const [a, b, c] = [0, 1, 2].map((k) =>
    new Vector3().fromArray(surface.positions, 3 * surface.triangles[k]),
  )
  const faces = b.clone().sub(a).cross(c.clone().sub(a)).y * up > 0
  return faces ? surface : { ...surface, triangles: surface.triangles.toReversed() }
}

function mirrored({ positions, normals, triangles }: Surface): Surface {
  const flip = (list: number[]) => list.map((value, i) => (i % 3 === 0 ? -value : value))
  return { positions: flip(positions), normals: flip(normals), triangles: triangles.toReversed() }
}
