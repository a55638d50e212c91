import { KINDS, type Actor, type SolidActor } from '../actors/index.ts'
import type { Vec3 } from '../schema/values.ts'
import { player, type Posing } from './motions.ts'
import { add, quaternionOf, rotate, times, within } from './pose.ts'
import type { Pose } from './take.ts'

/** Where a scene's own actors stand: in the world itself. */
export const WORLD: Pose = { position: [0, 0, 0], rotation: [0, 0, 0, 1], scale: 1 }

/** An actor's world poses by its motions; a single one where neither it nor its parents move. */
export function worldPoses(actor: Actor, parents: Pose[], times: number[]): Pose[] {
  const players = actor.motion.map((motion) => player(motion))
  const base: Posing = {
    position: actor.position,
    rotation: quaternionOf(actor.rotation),
    scale: actor.scale,
  }
  const pivot = pivotOf(actor)
  const moments = players.length === 0 && parents.length === 1 ? [0] : times
  return moments.map((t, n) => {
    const local = players.reduce((pose, play) => play(pose, t), base)
    return within(parents[Math.min(n, parents.length - 1)] as Pose, aboutPivot(local, pivot))
  })
}

/** Turning about the pivot instead of the base: the pivot stays where an upright actor has it. */
function aboutPivot(pose: Posing, pivot: Vec3): Pose {
  const arm = times(pivot, pose.scale)
  const swung = rotate(arm, pose.rotation)
  return {
    ...pose,
    position: add(pose.position, [arm[0] - swung[0], arm[1] - swung[1], arm[2] - swung[2]]),
  }
}

/** The point that an actor turns about, in its own metres. */
export function pivotOf(actor: Actor): Vec3 {
  if (actor.pivot) return actor.pivot
  if (actor.kind === 'group') return [0, 0, 0]
  const kind = KINDS[actor.kind] as { pivot?: (actor: SolidActor) => Vec3 }
  return kind.pivot?.(actor) ?? [0, 0, 0]
}
