import { BufferAttribute, BufferGeometry, Color, Vector3 } from 'three'
import { hexOf, noise3, type ShapeOf } from '#scenes'
import type { Field } from '../sculpture/field.ts'
import { openness, skinned } from '../sculpture/skin.ts'
import { ANATOMIES } from './anatomy.ts'
import { bonesOf } from './bones.ts'
import { sculpt, type Stuff } from './sculpt.ts'

/** A sculpted body, not yet painted; shared by all animals of one species. In heights of the withers. */
export interface Hide {
  geometry: BufferGeometry
  /** How many vertices are of one stuff, in their order. */
  runs: { stuff: Stuff; count: number }[]
  /** How much of the sky each vertex sees, 0..1. */
  open: Float32Array
}

const grown = new Map<string, Hide>()

/** @param coarse see `sculpt` */
export function hideOf({ species, antlers }: ShapeOf<'quadruped'>, coarse: number): Hide {
  const key = [species, antlers, coarse].join()
  const known = grown.get(key)
  if (known) return known
  const { pieces, whole } = sculpt(species, coarse, antlers)
  const names = bonesOf(ANATOMIES[species]).map(({ name }) => name)
  const geometry = skinned(pieces, names)
  const runs = pieces.map(({ stuff, weights }) => ({ stuff, count: weights.length }))
  const hide = { geometry, runs, open: openness(geometry, whole as Field, [0.03, 0.09]) }
  grown.set(key, hide)
  return hide
}

const NOSE = new Color('#2a2321')
const PUPIL = new Color('#0d0907')
const IRIS = new Color('#24150c')
const CAT_IRIS = new Color('#a8a13c')
const ANTLER = new Color('#9a7d5a')
const FIXED = { nose: NOSE, pupil: PUPIL, antler: ANTLER }
const WHITE = new Color('#ddd6c9')

/** The hide in an animal's own colours; everything but the colours stays shared. */
export function painted(
  { geometry, runs, open }: Hide,
  animal: ShapeOf<'quadruped'>,
): BufferGeometry {
  const coat = new Color(hexOf(animal.color))
  const hair = new Color(hexOf(animal.hair ?? animal.color))
  const colors = new Float32Array(open.length * 3)
  const position = geometry.getAttribute('position')
  const [place, color] = [new Vector3(), new Color()]
  let v = 0
  for (const { stuff, count } of runs)
    for (let i = 0; i < count; i++, v++) {
      place.fromBufferAttribute(position, v)
      if (stuff === 'coat') coatAt(color, place, coat, animal)
      else color.copy({ ...FIXED, hair, iris: animal.species === 'cat' ? CAT_IRIS : IRIS }[stuff])
      color.multiplyScalar(0.5 + 0.5 * open[v]).toArray(colors, 3 * v)
    }
  const own = new BufferGeometry().setIndex(geometry.index)
  for (const [name, attribute] of Object.entries(geometry.attributes))
    own.setAttribute(name, attribute)
  return own.setAttribute('color', new BufferAttribute(colors, 3))
}

/** The colour of the coat at a place, heights. */
function coatAt(
  color: Color,
  { x, y, z }: Vector3,
  coat: Color,
  animal: ShapeOf<'quadruped'>,
): void {
  const { species, markings } = animal
  const { head, hind, front } = ANATOMIES[species]
  color.copy(coat)
  // Coats are paler below, and never quite even.
  const belly =
    ease((0.68 - y) / 0.12) * ease((y - 0.42) / 0.1) * ease((0.3 - Math.abs(z + 0.02)) / 0.2)
  color.lerp(WHITE, 0.28 * belly * (species === 'horse' ? 0.4 : 1))
  color.multiplyScalar(1 + 0.1 * (noise3(9 * x, 9 * y, 9 * z, 5) - 0.5))
  if (species === 'deer') {
    // The mirror about the tail, and the throat.
    color.lerp(WHITE, 0.8 * ease((-0.43 - z) / 0.05) * ease((y - 0.66) / 0.08))
    color.lerp(
      WHITE,
      0.45 * ease((z - 0.42) / 0.1) * ease((1.0 - y) / 0.15) * ease((y - 0.6) / 0.1),
    )
  }
  if (markings === 'points') {
    // Dark legs, muzzle and ears, as of a bay horse or a Siamese cat.
    color.lerp(DARK, 0.85 * ease((0.38 - y) / 0.16))
    color.lerp(DARK, 0.75 * ease((z - head.muzzle[0] + 0.1) / 0.08))
    if (species !== 'horse') color.lerp(DARK, 0.7 * ease((-0.6 - z) / 0.1))
  }
  if (markings === 'socks' || markings === 'patches') {
    color.lerp(WHITE, ease((0.2 - y) / 0.05))
    color.lerp(WHITE, ease((z - head.skull[0] - 0.02) / 0.06) * ease((0.03 - Math.abs(x)) / 0.014))
    if (species !== 'horse') {
      color.lerp(
        WHITE,
        ease((z - front.shoulder[0] + 0.04) / 0.1) *
          ease((0.84 - y) / 0.1) *
          ease((y - 0.45) / 0.1),
      )
      color.lerp(WHITE, ease((z - head.muzzle[0] + 0.09) / 0.05))
    }
  }
  if (markings === 'patches')
    color.lerp(WHITE, ease((noise3(3.1 * x + 7, 3.1 * y, 3.1 * z, 11) - 0.53) / 0.03))
  if (markings === 'stripes') {
    const stripe = Math.sin(34 * z + 6 * Math.sin(5 * y) + 3 * noise3(4 * x, 4 * y, 4 * z, 3))
    const where = ease((y - 0.3) / 0.15) * ease((head.muzzle[0] - 0.06 - z) / 0.08)
    color.lerp(DARK, 0.5 * where * ease((stripe - 0.25) / 0.4) * (1 - 0.7 * belly))
  }
  if (markings === 'spots') {
    const spot = Math.sin(34 * z + 9 * y) * Math.sin(30 * y + 22 * Math.abs(x) + 11 * z)
    const above = ease((y - 0.72) / 0.08) * ease((front.shoulder[0] + 0.02 - z) / 0.1)
    color.lerp(WHITE, 0.85 * above * ease((spot - 0.4) / 0.2))
  }
  // Hooves, and the pads under paws.
  const hoofed = species === 'horse' || species === 'deer'
  if (hoofed && y < 0.062 && (z > hind.toe[0] - 0.07 || z > front.toe[0] - 0.07)) color.copy(HOOF)
}

const DARK = new Color('#1d1613')
const HOOF = new Color('#332a24')

function ease(x: number): number {
  const t = Math.min(Math.max(x, 0), 1)
  return t * t * (3 - 2 * t)
}
