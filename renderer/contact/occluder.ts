import { Matrix4, type Object3D } from 'three'
import { boundsOf, type Part } from '#scenes'
import { placeOf } from '../actors/place.ts'

/** What keeps light from the place it stands on or hovers above: a solid, told by the box around it. */
export interface Occluder {
  /** From the frame of the box to that of the thing that carries it; the box stands on its origin. */
  place: Matrix4
  /** Half of the width (X) and depth (Z), metres. */
  half: [number, number]
  /** Metres. */
  height: number
  form: 'box' | 'round' | 'ball'
  /** It comes near what the actor stands on. */
  isLow: boolean
  /** Too thin to darken a wall behind it. */
  isThin?: boolean
  /** Of leaves: much light comes through. */
  isLoose?: boolean
  /** Its outline is only about that of the box. */
  isLumpy?: boolean
  /** Of what is drawn wider than it is, or is a ring: how much of its outline it fills. */
  narrowness?: number
  /** A person's, which lamps throw a shadow of. */
  isBody?: boolean
}

/** An occluder on what carries it: an actor or one of its bones. */
export interface CarriedOccluder extends Occluder {
  node: Object3D
}

/** Whose solids are narrower than this shade nothing that anybody sees, pixels; nor do narrower ones shade walls. */
const [NARROWEST, NARROWEST_BESIDE] = [2, 5]
/** Sheets on edge that are thinner than this shade no walls, pixels: it would be a dashed line. */
const THINNEST = 3
/** Feet are drawn as wide as this at least, pixels: the shade of a thinner post or tip would fall between them. */
const LEAST_FOOT = 6

/** Of a material: it gives more light than it keeps off. */
const GLOWING = 0.2

/**
 * The solids of an actor; those inside another one add nothing, and what glows darkens nothing beside it.
 * @param pixelsPerMetre how large it is drawn at its nearest
 */
export function occludersOf(parts: Part[], pixelsPerMetre: number): Occluder[] {
  const pixels = (half: number) => 2 * half * pixelsPerMetre
  const all = parts
    .filter(({ material: { glow = 0 } }) => glow < GLOWING)
    .flatMap((part) =>
      solidsOf(part).map((solid) => ({
        ...solid,
        isLoose: part.material.surface === 'leaves',
        isLumpy: part.shape.kind === 'blob',
      })),
    )
    .filter(({ half }) => pixels(Math.max(...half)) >= NARROWEST)
  const foot = Math.min(...all.map(bottomOf))
  return all
    .filter((inner, i) => !all.some((outer, k) => k !== i && holds(outer, inner, k < i)))
    .map((solid): Occluder => {
      const isThin =
        pixels(Math.max(...solid.half)) < NARROWEST_BESIDE ||
        pixels(Math.min(...solid.half)) < THINNEST
      const [width, depth] = solid.half.map((half) =>
        Math.max(half, LEAST_FOOT / 2 / pixelsPerMetre),
      )
      const drawn = Math.sqrt((solid.half[0] * solid.half[1]) / (width * depth))
      const narrowness = drawn * (solid.narrowness ?? 1)
      return { ...solid, half: [width, depth], isLow: isLow(solid, foot), isThin, narrowness }
    })
}

type Solid = Omit<Occluder, 'isLow' | 'isThin' | 'isLoose' | 'isLumpy'>

function solidsOf(part: Part): Solid[] {
  const { shape } = part
  const base = placeOf(part)
  const standing = (
    foot: [number, number, number],
    width: number,
    depth: number,
    height: number,
    form: Occluder['form'],
  ): Solid => ({
    place: base.clone().multiply(new Matrix4().makeTranslation(...foot)),
    half: [width / 2, depth / 2],
    height,
    form,
  })
  switch (shape.kind) {
    case 'sphere':
      return [standing([0, 0, 0], 2 * shape.radius, 2 * shape.radius, 2 * shape.radius, 'ball')]
    case 'box':
    case 'prism': {
      const { min, max } = boundsOf([{ shape, material: {} }])
      const middle = [(min[0] + max[0]) / 2, min[1], (min[2] + max[2]) / 2] as [
        number,
        number,
        number,
      ]
      return [standing(middle, max[0] - min[0], max[2] - min[2], max[1] - min[1], 'box')]
    }
    case 'cylinder':
    case 'capsule': {
      const top = shape.kind === 'cylinder' ? (shape.topRadius ?? shape.radius) : shape.radius
      const foot = standing([0, 0, 0], 2 * shape.radius, 2 * shape.radius, shape.height, 'round')
      // A lampshade or a cone on its tip is widest at its top.
      const rim = standing(
        [0, shape.height * 0.98, 0],
        2 * top,
        2 * top,
        shape.height * 0.02,
        'round',
      )
      return top > shape.radius * 1.2 ? [foot, rim] : [foot]
    }
    case 'torus': {
      const [outer, inner] = [shape.radius + shape.tube, shape.radius - shape.tube]
      const ring = standing([0, 0, 0], 2 * outer, 2 * outer, 2 * shape.tube, 'round')
      return [{ ...ring, narrowness: 1 - (Math.max(inner, 0) / outer) ** 2 }]
    }
    case 'lathe': {
      const { profile } = shape
      const [low, high] = [Math.min, Math.max].map((of) => of(...profile.map(([, y]) => y)))
      const foot = Math.max(
        ...profile.filter(([, y]) => y - low < 0.06 * (high - low)).map(([r]) => r),
      )
      const [belly, at] = profile.reduce((widest, point) => (point[0] > widest[0] ? point : widest))
      const onFoot = standing([0, low, 0], 2 * foot, 2 * foot, high - low, 'round')
      return belly > foot * 1.15
        ? [onFoot, standing([0, at, 0], 2 * belly, 2 * belly, high - at, 'round')]
        : [onFoot]
    }
    case 'blob': {
      const [width, height, depth] = shape.size
      return [standing([0, 0, 0], 0.92 * width, 0.92 * depth, 0.8 * height, 'round')]
    }
    case 'tube': {
      const lowest = shape.points.reduce((low, point) => (point[1] < low[1] ? point : low))
      const highest = Math.max(...shape.points.map(([, y]) => y))
      const [x, y, z] = lowest
      const width = 2 * shape.radius
      return [standing([x, y - shape.radius, z], width, width, highest - y + shape.radius, 'round')]
    }
    default:
      // Sheets lie flat, leaves and blades let light through, a person's feet are told by the bones.
      return []
  }
}

/** Metres above the foot of its actor. */
const NEAR = 1

function isLow(solid: Solid, foot: number): boolean {
  return bottomOf(solid) - foot < Math.min(NEAR, 3 * Math.min(...solid.half))
}

/** Height of the underside over the origin of what carries it, metres. */
function bottomOf({ place }: Solid): number {
  return place.elements[13]
}

/** Whether one stands inside the outline of the other and reaches no lower. Equal ones: the first stays. */
function holds(outer: Solid, inner: Solid, outerFirst: boolean): boolean {
  const [ox, oz] = [outer.place.elements[12], outer.place.elements[14]]
  const [ix, iz] = [inner.place.elements[12], inner.place.elements[14]]
  const [a, b] = [Math.min(...outer.half), Math.max(...inner.half)]
  const inside = Math.max(Math.abs(ox - ix), Math.abs(oz - iz)) + b <= a + 1e-6
  const lower = bottomOf(outer) <= bottomOf(inner) + 0.1 * inner.height
  const equal =
    inside && Math.abs(a - b) < 1e-6 && Math.abs(bottomOf(outer) - bottomOf(inner)) < 1e-6
  return inside && lower && outer.height >= 0.5 * inner.height && (!equal || outerFirst)
}
