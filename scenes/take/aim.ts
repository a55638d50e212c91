import type { Actor } from '../actors/index.ts'
import type { Vec3 } from '../schema/values.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import { around, boundsOf, corners, middle } from '../shape/bounds.ts'
import { place, quaternionOf } from './pose.ts'
import type { Pose } from './take.ts'

/** An actor that a camera may follow, solid or group, with its world poses (one, or one per frame). */
export interface Aim {
  actor: Actor
  poses: Pose[]
}

/**
 * Where a camera that follows an actor looks: the middle of its box at rest, carried along by its pose.
 * Motions of a group's children inside the group do not move it: they would shake the picture.
 */
export function aimAt(aim: Aim | undefined, seed: number): ((frame: number) => Vec3) | undefined {
  if (!aim) return undefined
  const center = middle(around(ownCorners(aim.actor, seed)))
  return (frame) => place(center, aim.poses[Math.min(frame, aim.poses.length - 1)] as Pose)
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
