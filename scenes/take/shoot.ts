import { KINDS, type Actor, type SolidActor } from '../actors/index.ts'
import type { Scene } from '../schema/scene.ts'
import type { Vec3 } from '../schema/values.ts'
import { aimAt, type Aim } from './aim.ts'
import { shootCamera } from './camera.ts'
import { eventsOf } from './events.ts'
import { player, type Posing } from './motions.ts'
import { add, quaternionOf, rotate, times, within } from './pose.ts'
import { trackOf } from './track.ts'
import type { ActorTrack, CastMember, Pose, Take } from './take.ts'

const STILL: Pose = { position: [0, 0, 0], rotation: [0, 0, 0, 1], scale: 1 }

/**
 * Plays a scene out: every actor's and camera's pose at every frame time, baked once.
 * Pure: the same scene gives the same take.
 */
export function shoot(scene: Scene): Take {
  const { fps, frames } = scene.clip
  const cast: CastMember[] = []
  const actors: ActorTrack[] = []
  const times = Array.from({ length: frames }, (_, n) => n / fps)

  const aims = new Map<string, Aim>()
  const visit = (actor: Actor, parents: Pose[], member: number | undefined): void => {
    const poses = worldPoses(actor, parents, times)
    const track = trackOf(poses, pivotOf(actor))
    aims.set(actor.id, { actor, poses })
    const counts = actor.kind === 'group' ? actor.noun !== undefined : true
    if (member === undefined && counts) {
      member = cast.length
      cast.push({
        id: actor.id,
        kind: actor.kind,
        ...(actor.noun && { noun: actor.noun }),
        solids: [],
        track,
      })
    }
    if (actor.kind === 'group') {
      for (const child of actor.children) visit(child, poses, member)
      return
    }
    cast[member as number]?.solids.push(actor.id)
    actors.push({ id: actor.id, member: member as number, track })
  }
  for (const actor of scene.actors) visit(actor, [STILL], undefined)

  const take = { fps, frames, cast, actors }
  const cameras = scene.cameras.map((camera) =>
    shootCamera(camera, times, (id) => aimAt(aims.get(id), scene.seed)),
  )
  return { ...take, cameras, events: eventsOf(cast, fps) }
}

function worldPoses(actor: Actor, parents: Pose[], times: number[]): Pose[] {
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

function pivotOf(actor: Actor): Vec3 {
  if (actor.pivot) return actor.pivot
  if (actor.kind === 'group') return [0, 0, 0]
  const kind = KINDS[actor.kind] as { pivot?: (actor: SolidActor) => Vec3 }
  return kind.pivot?.(actor) ?? [0, 0, 0]
}
