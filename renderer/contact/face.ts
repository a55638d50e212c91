import { Vector3 } from 'three'
import { heightAt } from '#scenes'
import type { Puppet } from '../actors/puppet.ts'
import type { CarriedOccluder } from './occluder.ts'
import type { CarriedSupport } from './support.ts'

/** A flat side of something in the world, on which a shade can lie. */
export interface Face {
  middle: Vector3
  normal: Vector3
  /** Unit vectors along its sides. */
  along: [Vector3, Vector3]
  /** Metres to both sides of the middle. */
  half: [number, number]
  form: 'box' | 'round'
  of: CarriedSupport
  owner: Puppet
  /** World height of hilly ground at a world place, metres. */
  heightAt?: (x: number, z: number) => number
}

/** Smaller tops hold nothing whose shade is seen, metres to both sides. */
const SMALLEST_TOP = 0.03
/** Nor do smaller sides of a thing. */
const SMALLEST_WALL = 0.6
/** Steeper than 45 degrees is a wall. */
const STEEPEST = Math.SQRT1_2

export function isTop({ normal }: Face): boolean {
  return normal.y >= STEEPEST
}

/** The sides of a support as it stands now: a box has six, a sheet, a disc and the ground one. */
export function facesOf(of: CarriedSupport, owner: Puppet): Face[] {
  return sidesOf(of, owner, SIDES_OF[of.kind])
}

/** Those of them that look up, for what moves: walls that move shade nothing. */
export function topsOf(of: CarriedSupport, owner: Puppet): Face[] {
  const up = of.node.matrixWorld.clone().multiply(of.place).elements
  // The axis that is most upright, by the height of its unit vector.
  const axis = [1, 5, 9].reduce((best, k) => (Math.abs(up[k]) > Math.abs(up[best]) ? k : best))
  const sides = SIDES_OF[of.kind].filter(
    ([out, , , sign]) => out === (axis - 1) / 4 && sign * up[axis] > 0,
  )
  return sidesOf(of, owner, sides).filter(isTop)
}

function sidesOf(of: CarriedSupport, owner: Puppet, sides: Side[]): Face[] {
  const frame = of.node.matrixWorld.clone().multiply(of.place)
  const axes = [new Vector3(), new Vector3(), new Vector3()] as const
  frame.extractBasis(...axes)
  const scales = axes.map((axis) => axis.length())
  for (const axis of axes) axis.normalize()
  const center = new Vector3().setFromMatrixPosition(frame)
  return sides.flatMap(([out, u, v, sign]) => {
    const half: [number, number] = [of.half[u] * scales[u], of.half[v] * scales[v]]
    const normal = axes[out].clone().multiplyScalar(sign)
    const middle = center.clone().addScaledVector(normal, of.half[out] * scales[out])
    const face: Face = {
      middle,
      normal,
      along: [axes[u], axes[v]],
      half,
      form: of.kind === 'cylinder' ? 'round' : 'box',
      of,
      owner,
    }
    if (Math.min(...half) < (isTop(face) ? SMALLEST_TOP : SMALLEST_WALL)) return []
    return [of.terrain ? { ...face, middle: center, heightAt: heightOver(of) } : face]
  })
}

/** Which axis a side looks along, the two axes it spans, and the sign. */
type Side = readonly [out: 0 | 1 | 2, u: 0 | 1 | 2, v: 0 | 1 | 2, sign: 1 | -1]

const TOP: Side[] = [[1, 0, 2, 1]]
const CAPS: Side[] = [
  [2, 0, 1, 1],
  [2, 0, 1, -1],
]

/** The flat sides; the outline of a prism may be anything, its caps are flat. */
const SIDES_OF: Record<CarriedSupport['kind'], Side[]> = {
  box: [...TOP, [1, 0, 2, -1], [0, 1, 2, 1], [0, 1, 2, -1], ...CAPS],
  cylinder: TOP,
  plane: TOP,
  terrain: TOP,
  prism: CAPS,
}

function heightOver({ node, terrain }: CarriedSupport): Face['heightAt'] {
  if (!terrain) return undefined
  const back = node.matrixWorld.clone().invert()
  const point = new Vector3()
  return (x, z) => {
    point.set(x, 0, z).applyMatrix4(back)
    point.y = heightAt(terrain, point.x, point.z)
    return point.applyMatrix4(node.matrixWorld).y
  }
}

/** Higher over a top than this and its own size, nothing shades it, metres. */
const HIGHEST = 1

/** Where a solid is looked down from, of its height: boulders are sunk to beyond their middle. */
const LOOKOUT = 0.75

/** The highest of the tops under the upper part of an occluder that is not its own. */
export function topBeneath(
  tops: readonly Face[],
  occluder: CarriedOccluder,
  owner: Puppet,
): Face | undefined {
  const { node, place, height } = occluder
  const point = new Vector3(0, height * LOOKOUT, 0)
    .applyMatrix4(place)
    .applyMatrix4(node.matrixWorld)
  let best: Face | undefined
  let highest = -Infinity
  for (const top of tops) {
    if (top.owner === owner && top.of.kind !== 'plane') continue
    const level = levelUnder(top, point)
    if (level > highest && level <= point.y) [best, highest] = [top, level]
  }
  // In the air: most birds are spared the rest.
  return point.y - highest > height + HIGHEST + 4 * Math.max(...occluder.half) ? undefined : best
}

/** World height of a top straight under or over a point; minus infinity beside it. */
function levelUnder(
  { middle, normal, along, half, form, heightAt: height }: Face,
  point: Vector3,
): number {
  const [dx, dz] = [point.x - middle.x, point.z - middle.z]
  if (dx * dx + dz * dz > half[0] * half[0] + half[1] * half[1]) return -Infinity
  const y = height
    ? height(point.x, point.z)
    : middle.y - (normal.x * dx + normal.z * dz) / normal.y
  const dy = y - middle.y
  const [u, v] = along.map(
    (side, k) => (dx * side.x + dy * side.y + dz * side.z) / (half[k] as number),
  ) as [number, number]
  const inside = form === 'round' ? u * u + v * v <= 1 : Math.abs(u) <= 1 && Math.abs(v) <= 1
  return inside ? y : -Infinity
}
