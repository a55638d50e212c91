import type { Actor } from '../actors/index.ts'
import type { Vec3 } from '../schema/values.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import { around, boundsOf, corners, middle } from '../shape/bounds.ts'
import { place, quaternionOf, rotate, subtract } from '../take/pose.ts'
import type { Pose } from '../take/take.ts'

/** An actor that a camera may follow, solid or group, with its world poses (one, or one per frame). */
export interface Aim {
  actor: Actor
  poses: Pose[]
}

/** What cameras ask of actors, by id and frame; between frames the answer is in between. */
export interface Subjects {
  /**
   * The middle of an actor's box at rest, carried along by its pose, metres. Motions of a group's children inside the group
   * do not move it: they would shake the picture.
   */
  middleOf: (id: string, frame: number) => Vec3
  /** Where it goes, or where its front points while it stands: a level unit vector. */
  headingOf: (id: string, frame: number) => Vec3
}

/** Metres within two frames from which something goes somewhere. */
const GOING = 0.01

export function subjectsOf(aims: ReadonlyMap<string, Aim>, seed: number): Subjects {
  const centers = new Map<string, Vec3>()
  const aimOf = (id: string): Aim => {
    const aim = aims.get(id)
    // References are checked when a scene is parsed.
    if (!aim) throw new Error(`a camera's subject ${id} is no actor`)
    return aim
  }
  const centerOf = (id: string): Vec3 => {
    const known = centers.get(id) ?? middle(around(ownCorners(aimOf(id).actor, seed)))
    centers.set(id, known)
    return known
  }
  const middleOf = (id: string, frame: number): Vec3 => {
    const { poses } = aimOf(id)
    const at = (n: number) =>
      place(centerOf(id), poses[Math.min(Math.max(n, 0), poses.length - 1)] as Pose)
    const [whole, share] = [Math.floor(frame), frame - Math.floor(frame)]
    const now = at(whole)
    if (share < 1e-9) return now
    const next = at(whole + 1)
    return now.map((value, k) => value + ((next[k] as number) - value) * share) as Vec3
  }
  return {
    middleOf,
    headingOf(id, frame) {
      const { poses } = aimOf(id)
      const going = goingTo(middleOf(id, frame - 1), middleOf(id, frame + 1))
      if (going) return going
      const pose = poses[Math.min(Math.max(Math.round(frame), 0), poses.length - 1)] as Pose
      return frontOf(pose)
    },
  }
}

/** Where something goes that is at these places in two frames, one between: a level unit vector; undefined when it stays. */
export function goingTo(before: Vec3, after: Vec3): Vec3 | undefined {
  const [x, , z] = subtract(after, before)
  return Math.hypot(x, z) > GOING ? level(x, z) : undefined
}

/** Where the front of a pose points: a level unit vector. */
export function frontOf({ rotation }: Pose): Vec3 {
  const [x, , z] = rotate([0, 0, 1], rotation)
  return level(x, z)
}

function level(x: number, z: number): Vec3 {
  const length = Math.hypot(x, z)
  return length > 1e-9 ? [x / length, 0, z / length] : [0, 0, 1]
}

/** Corners that hold the whole actor, in its own metres. */
function ownCorners(actor: Actor, seed: number): Vec3[] {
  if (actor.kind !== 'group') return corners(boundsOf(blueprintOf(actor, seed).parts))
  return actor.children.flatMap((child) => {
    const pose = {
      position: child.position,
      rotation: quaternionOf(child.rotation),
      scale: child.scale,
    }
    return ownCorners(child, seed).map((corner) => place(corner, pose))
  })
}
