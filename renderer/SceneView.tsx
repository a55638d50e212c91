import {
  isFlyer,
  isQuadruped,
  solidActors,
  type ActorTrack,
  type Scene,
  type SolidActor,
  type Take,
} from '#scenes'
import { SolidActorView } from './actors/SolidActorView.tsx'
import type { Puppet } from './actors/puppet.ts'
import type { Images } from './images.ts'
import type { Body } from './person/body.ts'
import { PersonView } from './person/PersonView.tsx'
import { FlockView } from './flock/FlockView.tsx'
import { QuadrupedView } from './quadruped/QuadrupedView.tsx'
import { WorldView } from './sky/WorldView.tsx'

export interface SceneViewProps {
  scene: Scene
  take: Take
  /** Loaded beforehand when there are people. */
  body: Body | undefined
  /** All that the scene names. */
  images: Images
  nearness: (actor: SolidActor, track: ActorTrack) => number
  onPuppet: (id: string, puppet: Puppet) => void
}

/** The whole scene as React elements; committed once per clip, moved by puppets ever after. */
export function SceneView({ scene, take, body, images, nearness, onPuppet }: SceneViewProps) {
  const tracks = new Map(take.actors.map((track) => [track.id, track]))
  return (
    <>
      <WorldView world={scene.world} />
      {solidActors(scene).map((actor) => {
        const actorTrack = tracks.get(actor.id)
        if (!actorTrack)
          throw new Error(`the take has no track for the actor ${JSON.stringify(actor.id)}`)
        const props = {
          actor,
          actorTrack,
          seed: scene.seed,
          fps: take.fps,
          pixelsPerMetre: nearness(actor, actorTrack),
          onPuppet,
        }
        if (actor.kind === 'person' && body)
          return <PersonView key={actor.id} {...props} body={body} />
        if (isQuadruped(actor.kind)) return <QuadrupedView key={actor.id} {...props} />
        if (isFlyer(actor.kind)) return <FlockView key={actor.id} {...props} />
        return <SolidActorView key={actor.id} {...props} images={images} />
      })}
    </>
  )
}
