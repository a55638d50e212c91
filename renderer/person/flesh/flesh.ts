import { BufferAttribute, BufferGeometry, Color, type Skeleton } from 'three'
import { hexOf, type ShapeOf } from '#scenes'
import type { Physique } from './anatomy.ts'
import type { Field } from './field.ts'
import { sculpt, type Piece, type Stuff } from './figure.ts'

/** A sculpted body, not yet painted; shared by all people of one physique. */
export interface Flesh {
  geometry: BufferGeometry
  /** How many vertices are of one stuff, in their order. */
  runs: { stuff: Stuff; count: number }[]
  /** How much of the sky each vertex sees, 0..1. */
  open: Float32Array
}

/**
 * Skinned geometry of a body about its bound skeleton.
 * @param coarse 1 for a body seen near by; further off, how much larger the cells of head, arms and shoes are
 */
export function growFlesh(skeleton: Skeleton, physique: Physique, coarse: number): Flesh {
  const { pieces, whole } = sculpt(skeleton, physique, coarse)
  const geometry = new BufferGeometry()
  const collect = (pick: (piece: Piece) => number[]) => Float32Array.from(pieces.flatMap(pick))
  geometry.setAttribute(
    'position',
    new BufferAttribute(
      collect(({ surface }) => surface.positions),
      3,
    ),
  )
  geometry.setAttribute(
    'normal',
    new BufferAttribute(
      collect(({ surface }) => surface.normals),
      3,
    ),
  )
  let first = 0
  const triangles = pieces.flatMap(({ surface }) => {
    const shifted = surface.triangles.map((v) => v + first)
    first += surface.positions.length / 3
    return shifted
  })
  geometry.setIndex(triangles)
  bindTo(geometry, skeleton, pieces)
  const runs = pieces.map(({ stuff, weights }) => ({ stuff, count: weights.length }))
  return { geometry, runs, open: openness(geometry, whole) }
}

/** The flesh in a person's own colours; everything but the colours stays shared. */
export function painted(
  { geometry, runs, open }: Flesh,
  person: ShapeOf<'person'>,
): BufferGeometry {
  const palette = paletteOf(person)
  const colors = new Float32Array(open.length * 3)
  let v = 0
  for (const { stuff, count } of runs)
    for (let i = 0; i < count; i++, v++) {
      const light = 0.55 + 0.45 * open[v]
      colors.set(
        [palette[stuff].r * light, palette[stuff].g * light, palette[stuff].b * light],
        3 * v,
      )
    }
  const own = new BufferGeometry().setIndex(geometry.index)
  for (const [name, attribute] of Object.entries(geometry.attributes))
    own.setAttribute(name, attribute)
  return own.setAttribute('color', new BufferAttribute(colors, 3))
}

function paletteOf({
  shirt,
  trousers,
  shoes,
  skin,
  hair,
}: ShapeOf<'person'>): Record<Stuff, Color> {
  const color = (word: string) => new Color(hexOf(word))
  const [flesh, locks] = [color(skin), color(hair)]
  return {
    shirt: color(shirt),
    ribbing: color(shirt).multiplyScalar(0.82),
    trousers: color(trousers),
    shoes: color(shoes),
    // White rubber, but grey under pale shoes so that the edge shows.
    soles: new Color(luminance(color(shoes)) > 0.5 ? '#77726b' : '#cfccc4'),
    skin: flesh,
    lips: flesh.clone().lerp(new Color('#8c2f2c'), 0.35),
    hair: locks,
    // Brows of pale hair are darker than it.
    brows: locks.clone().multiplyScalar(luminance(locks) > 0.2 ? 0.5 : 0.8),
    eyeball: new Color('#d9d5cd'),
    iris: new Color('#3a2413'),
    pupil: new Color('#060505'),
  }
}

function luminance({ r, g, b }: Color): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The four strongest bones of each vertex. */
function bindTo(geometry: BufferGeometry, skeleton: Skeleton, pieces: Piece[]): void {
  const indexOf = new Map(skeleton.bones.map((bone, i) => [bone.name, i]))
  const all = pieces.flatMap(({ weights }) => weights)
  const [indices, shares] = [new Uint16Array(all.length * 4), new Float32Array(all.length * 4)]
  all.forEach((weights, v) => {
    const strongest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 4)
    const sum = strongest.reduce((total, [, share]) => total + share, 0)
    strongest.forEach(([bone, share], k) => {
      indices[4 * v + k] = indexOf.get(bone) ?? 0
      shares[4 * v + k] = share / sum
    })
  })
  geometry.setAttribute('skinIndex', new BufferAttribute(indices, 4))
  geometry.setAttribute('skinWeight', new BufferAttribute(shares, 4))
}

/** Ambient occlusion after Evans 2006: how much less than its distance a step outwards gets away. */
function openness(geometry: BufferGeometry, whole: Field): Float32Array {
  const [p, n] = [geometry.getAttribute('position').array, geometry.getAttribute('normal').array]
  const open = new Float32Array(p.length / 3)
  for (let v = 0; v < open.length; v++) {
    let shut = 0
    for (const [step, weight] of [
      [0.02, 0.5],
      [0.06, 0.5],
    ] as const) {
      const [x, y, z] = [0, 1, 2].map((k) => p[3 * v + k] + step * n[3 * v + k])
      shut += weight * Math.min(Math.max(1 - whole(x, y, z) / step, 0), 1)
    }
    open[v] = 1 - shut
  }
  return open
}
