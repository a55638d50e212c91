import { Sphere, Vector3 } from 'three'
import type { Puppet } from '../actors/puppet.ts'
import type { Face } from './face.ts'
import type { CarriedOccluder } from './occluder.ts'
import { patchOf, type Owned, type Patch } from './patch.ts'

/** Farther from a wall than this nothing shades it, metres. */
const BESIDE = 0.3
/** Nor does it farther off to a side. */
const FARTHEST = 1.2
/** Of a thing's own solids only walls and floors shade its walls, mouldings do not: metres to both sides. */
const WALL = 0.9

/** What lies on walls behind things, and where the walls of a room meet. */
export function patchesBeside(puppets: Puppet[], walls: Face[]): Owned[] {
  return puppets.flatMap((owner) => {
    const isRoom = owner.supports.some(({ kind }) => kind === 'plane')
    const occluders = owner.occluders.filter(({ isThin }) => !isThin)
    const bodies = occluders.map(bodyOf)
    const all = around(bodies)
    const nearby = walls.filter((wall) => (isRoom || wall.owner !== owner) && isNear(wall, all))
    return occluders.flatMap((occluder, i) => {
      const isWall = isRoom && Math.max(...occluder.half, occluder.height / 2) >= WALL
      return nearby.flatMap((wall) => {
        const isOwn = wall.owner === owner
        if ((isOwn && !isWall) || !isBeside(wall, bodies[i] as Body)) return []
        const patch = patchOf(occluder, wall, owner.isStill)
        if (!patch || patch.gap > BESIDE || !overlaps(patch)) return []
        return isOwn && patch.height < BESIDE ? [] : [{ owner, patch }]
      })
    })
  })
}

/** A box in the world. */
interface Body {
  center: Vector3
  /** From the centre to its sides. */
  axes: [Vector3, Vector3, Vector3]
}

function bodyOf({ node, place, half, height }: CarriedOccluder): Body {
  const frame = node.matrixWorld.clone().multiply(place)
  const axes: Body['axes'] = [new Vector3(), new Vector3(), new Vector3()]
  frame.extractBasis(...axes)
  axes[0].multiplyScalar(half[0])
  axes[1].multiplyScalar(height / 2)
  axes[2].multiplyScalar(half[1])
  return { center: new Vector3(0, height / 2, 0).applyMatrix4(frame), axes }
}

function around(bodies: Body[]): Sphere {
  return bodies.reduce(
    (all, { center, axes }) =>
      all.union(new Sphere(center, Math.hypot(...axes.map((axis) => axis.length())))),
    new Sphere().makeEmpty(),
  )
}

const offset = new Vector3()

/** Most pairs of things and walls are far apart. */
function isNear({ middle, normal, along, half }: Face, { center, radius }: Sphere): boolean {
  offset.subVectors(center, middle)
  const reach = radius + FARTHEST
  return (
    Math.abs(offset.dot(normal)) < radius + BESIDE &&
    Math.abs(offset.dot(along[0])) < half[0] + reach &&
    Math.abs(offset.dot(along[1])) < half[1] + reach
  )
}

/** What `patchOf` would give up, told without it: 16,000 pairs in the street, of which 480 are kept. */
function isBeside(wall: Face, { center, axes }: Body): boolean {
  offset.subVectors(center, wall.middle)
  const [x, y, z] = axes
  const reachAlong = (way: Vector3) =>
    Math.abs(x.dot(way)) + Math.abs(y.dot(way)) + Math.abs(z.dot(way))
  const above = offset.dot(wall.normal)
  const reach = reachAlong(wall.normal)
  if (above + reach <= 0 || above - reach > BESIDE) return false
  return wall.along.every(
    (way, k) => Math.abs(offset.dot(way)) < wall.half[k] + reachAlong(way) + FARTHEST,
  )
}

/** Whether any of a patch lies on its face. */
function overlaps({ face, middle, along, half, reach }: Patch): boolean {
  const away = middle.clone().sub(face.middle)
  return face.along.every((axis, k) => {
    const spread = along.reduce(
      (sum, side, i) => sum + Math.abs(side.dot(axis)) * (half[i] + reach),
      0,
    )
    return Math.abs(away.dot(axis)) < face.half[k] + spread
  })
}
