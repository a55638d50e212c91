import { Vector3, type Matrix4 } from 'three'
import type { Puppet } from '../actors/puppet.ts'
import type { CarriedOccluder } from './occluder.ts'
import { isTop, type Face } from './face.ts'

/** Where one occluder darkens one face: a rectangle on the face, and what the shader must know. */
export interface Patch {
  face: Face
  /** The foot of the occluder on the plane of the face. */
  middle: Vector3
  /** Unit vectors on the face, the first along the occluder's longer side. */
  along: [Vector3, Vector3]
  /** Half sizes of the occluder's underside, metres. */
  half: [number, number]
  /** From the face to the underside and to the upper end, metres. */
  gap: number
  height: number
  form: CarriedOccluder['form']
  /** How far from the underside it still darkens, metres. */
  reach: number
  /** The occluder never moves. */
  isStill: boolean
  /** What share of the covered light is gone: some always comes by way of other things. */
  strength: number
  /** The dark line close to a foot: how wide, metres, and what share of the light it takes. On walls the width is 0. */
  core: { width: number; strength: number }
}

/** A patch and whose it is. */
export interface Owned {
  owner: Puppet
  patch: Patch
}

/** The lowest part of a tilted box is what touches. */
const SLICE = 0.2
/** Cosine of 45 degrees. */
const UPRIGHT = Math.SQRT1_2
/**
 * Walls and houses darken no farther than things of this height, metres: light comes back from other walls.
 * What stands before a wall is open to the room.
 */
const TALLEST = 0.7
const TALLEST_BESIDE = 0.3

const [STRONG, STRONG_ROUND, STRONG_LEANING, STRONG_BESIDE] = [0.8, 0.84, 0.6, 0.34]

/** What leaves keep off, of what a solid would. */
const LOOSE = 0.6

/**
 * Light creeps under no foot: along its rim lies a dark line, as wide as half of a thin foot and no wider than this,
 * metres, nor than a share of the thing's height. A post or a tip has nothing else to stand by; a wide thing has its
 * broad shade as well.
 */
const [WIDEST_CORE, CORE_OF_HEIGHT] = [0.05, 0.3]
const [CORE_OF_THIN, CORE_OF_WIDE] = [0.5, 0.5]
/** Feet of these half widths are thin and wide, metres. */
const [THIN, WIDE] = [0.05, 0.3]
/** @param half width of the foot, @param gap beneath it, @param high its upper end over the face, metres; @param narrowness of an occluder */
function coreOf(half: number, gap: number, high: number, narrowness = 1): Patch['core'] {
  const width = Math.min(half, WIDEST_CORE, CORE_OF_HEIGHT * high)
  const wideness = Math.min(Math.max((half - THIN) / (WIDE - THIN), 0), 1)
  const closeness = Math.max(1 - gap / (2 * width), 0)
  const strength = CORE_OF_THIN + (CORE_OF_WIDE - CORE_OF_THIN) * wideness
  return { width, strength: strength * closeness * narrowness }
}

const ON_WALL: Patch['core'] = { width: 0, strength: 0 }
/** Beside an uneven foot or a leaning thing, where a line would be narrower than a pixel: dots. */
const NO_CORE: Patch['core'] = { width: 1, strength: 0 }

/** Undefined when the occluder is too high above the face to be noticed. */
export function patchOf(
  { node, place, half, height, form, isLoose, isLumpy, narrowness = 1 }: CarriedOccluder,
  face: Face,
  isStill: boolean,
): Patch | undefined {
  const frame = node.matrixWorld.clone().multiply(place)
  const normal = normalAt(face, frame)
  const foot = footOf(face, normal, frame, height)
  const axes = [new Vector3(), new Vector3(), new Vector3()]
  frame.extractBasis(axes[0], axes[1], axes[2])
  const above = (point: Vector3) => point.clone().sub(foot).dot(normal)
  if (form === 'ball') {
    const radius = half[0] * axes[0].length()
    const center = new Vector3(0, half[0], 0).applyMatrix4(frame)
    const gap = Math.max(above(center) - radius, 0)
    if (gap > 4 * radius) return undefined
    const middle = center.addScaledVector(normal, -above(center))
    const along = sides(normal, axes[0])
    return {
      face,
      middle,
      along,
      half: [radius, radius],
      gap,
      height: gap + 2 * radius,
      form,
      reach: 3.5 * (radius + 0.5 * gap),
      strength: STRONG_ROUND,
      core: coreOf(0.7 * radius, gap, gap + 2 * radius),
      isStill,
    }
  }
  const hull = form === 'round' ? DRUM : BOX
  const points = hull.points.map(([x, y, z]) =>
    new Vector3(x * half[0], y * height, z * half[1]).applyMatrix4(frame),
  )
  const heights = points.map(above)
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const cut = low + SLICE * (high - low)
  // A disc that leans a little, as a spinning top's, keeps light off all around.
  const leans = axes[1].dot(normal) < UPRIGHT * axes[1].length()
  const stands = form === 'round' && !leans
  const touching = stands
    ? points.filter((_, i) => hull.points[i][1] === 0)
    : hull.edges.flatMap(([a, b]) => {
        const [ha, hb] = [heights[a], heights[b]]
        const ends = [a, b].filter((i) => heights[i] <= cut).map((i) => points[i])
        if (ha <= cut === hb <= cut) return ends
        return [...ends, points[a].clone().lerp(points[b], (cut - ha) / (hb - ha))]
      })
  const longest = [
    axes[0].clone().multiplyScalar(half[0]),
    axes[1].clone().multiplyScalar(height / 2),
    axes[2].clone().multiplyScalar(half[1]),
  ].reduce((one, other) => (acrossOf(other, normal) > acrossOf(one, normal) ? other : one))
  const slope = Math.abs(longest.dot(normal)) / acrossOf(longest, normal)
  const along = sides(normal, longest)
  const spans = along.map((side) => {
    const places = touching.map((point) => point.clone().sub(foot).dot(side))
    return [Math.min(...places), Math.max(...places)]
  })
  const middle = foot.clone()
  spans.forEach(([from, to], k) => middle.addScaledVector(along[k], (from + to) / 2))
  const reached = spans.map(([from, to]) => Math.max((to - from) / 2, 0.002)) as [number, number]
  // What touches with one end only, unless it stands on it, is about half as high as it rises over the length of its patch.
  const rise = stands ? 0 : Math.min(slope * 2 * reached[0], cut - low)
  const gap = Math.max(low, 0) + rise / 2
  const tall = Math.min(high, isTop(face) ? TALLEST : TALLEST_BESIDE)
  // A rug or a paper casts no shade on what it lies on.
  if (high < 0.1 * Math.min(...reached)) return undefined
  if (high <= 1e-3 || gap > 2 * Math.max(...reached) || gap > 1) return undefined
  const reach = Math.min(2 * Math.min(tall, 2 * Math.max(...reached)) + gap, 1.2)
  // What is round is long as seen from a wall.
  const outline = isTop(face) ? form : 'box'
  return {
    face,
    middle,
    along,
    half: reached,
    gap,
    height: Math.max(tall, gap),
    form: outline,
    reach,
    strength:
      (!isTop(face) ? STRONG_BESIDE : rise > 0 ? STRONG_LEANING : STRONG) *
      (isLoose ? LOOSE : 1) *
      narrowness,
    core: !isTop(face)
      ? ON_WALL
      : isLoose || isLumpy || rise > 0
        ? NO_CORE
        : coreOf(Math.min(...reached), gap, tall, narrowness),
    isStill,
  }
}

/** What an occluder is taken for: points of half sizes 1 that stand on 0 and are 1 high, and the pairs that its edges join. */
interface Hull {
  points: readonly (readonly [number, number, number])[]
  edges: readonly (readonly [number, number])[]
}

const BOX = prism([45, 135, 225, 315].map((angle) => [angle, Math.SQRT2]))
/** A wheel or a ring that rolls touches beneath its middle: the corners of a box would lie beside it. */
const DRUM = prism(Array.from({ length: 16 }, (_, i) => [i * 22.5, 1]))

/** @param corners of the outline: angle in degrees and distance from the middle */
function prism(corners: readonly (readonly [number, number])[]): Hull {
  const n = corners.length
  const points = [0, 1].flatMap((y) =>
    corners.map(([angle, far]) => {
      const turn = (angle * Math.PI) / 180
      return [far * Math.cos(turn), y, far * Math.sin(turn)] as const
    }),
  )
  const edges = corners.flatMap((_, i) => {
    const next = (i + 1) % n
    return [
      [i, next],
      [n + i, n + next],
      [i, n + i],
    ] as const
  })
  return { points, edges }
}

/** The place on the plane of the face straight beneath the middle of the occluder. */
function footOf(face: Face, normal: Vector3, frame: Matrix4, height: number): Vector3 {
  const middle = new Vector3(0, height / 2, 0).applyMatrix4(frame)
  if (face.heightAt) return middle.setY(face.heightAt(middle.x, middle.z))
  return middle.addScaledVector(normal, -middle.clone().sub(face.middle).dot(normal))
}

/** Of hilly ground: over a metre. */
function normalAt({ normal, heightAt }: Face, frame: Matrix4): Vector3 {
  if (!heightAt) return normal
  const { x, z } = new Vector3().setFromMatrixPosition(frame)
  const slope = (dx: number, dz: number) => heightAt(x - dx, z - dz) - heightAt(x + dx, z + dz)
  return new Vector3(slope(0.5, 0), 1, slope(0, 0.5)).normalize()
}

/** How far an axis reaches along the plane of the normal, metres. */
function acrossOf(axis: Vector3, normal: Vector3): number {
  return axis.clone().addScaledVector(normal, -axis.dot(normal)).length()
}

function sides(normal: Vector3, toward: Vector3): [Vector3, Vector3] {
  const first = toward.clone().addScaledVector(normal, -toward.dot(normal)).normalize()
  return [first, new Vector3().crossVectors(first, normal).normalize()]
}
