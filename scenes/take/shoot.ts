import type { Actor, SolidActor } from '../actors/index.ts'
import { doneBy } from '../living/acts.ts'
import { FLUTTER, flockOf, isFlyer } from '../living/flock.ts'
import { hasBodies, type Physics } from '../physics/physics.ts'
import type { Scene } from '../schema/scene.ts'
import { shootCamera } from '../camera/shoot-camera.ts'
import { framersOf } from '../camera/framing/framer.ts'
import { subjectsOf, type Aim } from '../camera/subjects.ts'
import { Random } from '../random.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import type { ShapeOf } from '../shape/shape.ts'
import { eventsOf } from './events.ts'
import { pivotOf, WORLD, worldPoses } from './poses.ts'
import { steered } from './steered.ts'
import { trackOf } from './track.ts'
import type { ActorTrack, CastMember, FlockTrack, Pose, Take, Track } from './take.ts'

/**
 * Plays a scene out: every actor's and camera's pose at every frame time, baked once.
 * Pure: the same scene gives the same take. Throws `FramingError` for a shot whose frame no place of the camera keeps.
 * @param physics plays its bodies, see `physicsFor`; a scene without bodies needs none
 */
export function shoot(scene: Scene, physics?: Physics): Take {
  if (hasBodies(scene) && !physics)
    throw new Error(`scene ${scene.name} has bodies: shoot(scene, await physicsFor(scene))`)
  const played = hasBodies(scene) ? physics?.simulate(scene) : undefined
  const { fps, frames } = scene.clip
  const cast: CastMember[] = []
  const actors: ActorTrack[] = []
  const times = Array.from({ length: frames }, (_, n) => n / fps)

  const members = new Map<string, number>()
  const aims = new Map<string, Aim>()
  const visit = (actor: Actor, parents: Pose[], member: number | undefined): void => {
    const own = played?.poses.get(actor.id)
    const moved = own ?? worldPoses(actor, parents, times)
    const driven = own ? undefined : steered(actor, moved, scene.seed, fps)
    const poses = driven?.poses ?? moved
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
      // A body made of several members is told of as its first.
      const first = member ?? members.get(actor.children[0]?.id ?? '')
      if (first !== undefined) members.set(actor.id, first)
      return
    }
    members.set(actor.id, member as number)
    cast[member as number]?.solids.push(actor.id)
    const wheels = played?.wheels.get(actor.id) ?? driven?.wheels
    const flock = flockedBy(actor, track, scene)
    const done = actor.kind === 'person' && actor.acts && doneBy(actor.acts, frames, fps)
    actors.push({
      id: actor.id,
      member: member as number,
      track,
      ...(wheels && { wheels }),
      ...(flock && { flock }),
      ...(done && { done }),
    })
  }
  for (const actor of scene.actors) visit(actor, [WORLD], undefined)

  const take = { fps, frames, cast, actors }
  const subjects = subjectsOf(aims, scene.seed)
  const random = Random.of(scene.seed).fork('cameras')
  const framers = framersOf(scene, aims, subjects)
  const cameras = scene.cameras.map((camera, i) =>
    shootCamera(camera, scene.clip, subjects, framers(i), random.fork(camera.id)),
  )
  return { ...take, cameras, events: eventsOf(cast, fps, played?.events, members) }
}

/** Where the birds of a flock are that is about this track. */
function flockedBy(actor: SolidActor, track: Track, { seed, clip }: Scene): FlockTrack | undefined {
  if (!isFlyer(actor.kind)) return undefined
  const shape = blueprintOf(actor, seed).parts[0]?.shape as ShapeOf<'flyers'>
  const random = Random.of(seed).fork('flocks').fork(actor.id)
  return flockOf({ ...shape, flutter: FLUTTER[actor.kind] }, track, clip.frames, clip.fps, random)
}
