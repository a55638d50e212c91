import { BufferAttribute, BufferGeometry, Color, type Skeleton } from 'three'
import { hexOf, type ShapeOf } from '#scenes'
import type { Physique } from './anatomy.ts'
import { openness, skinned } from '../../sculpture/skin.ts'
import { sculpt, type Stuff } from './figure.ts'

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
  const names = skeleton.bones.map(({ name }) => name)
  const geometry = skinned(pieces, names)
  const runs = pieces.map(({ stuff, weights }) => ({ stuff, count: weights.length }))
  return { geometry, runs, open: openness(geometry, whole, [0.02, 0.06]) }
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
