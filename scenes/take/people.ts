import type { Scene } from '../schema/scene.ts'
import { solidActors } from '../shape/blueprint.ts'
import type { Take, Track } from './take.ts'

/** Somebody with joints. */
export interface Person {
  /** Of the solid actor. */
  id: string
  /** Index into `Take.cast`: of itself, or of the group that it is counted with. */
  member: number
  /** Metres, before the scale of its track. */
  height: number
  track: Track
}

/** All people, in the order of the cast: the order in which the stage tells of their joints. */
export function peopleOf(scene: Scene, { cast, actors }: Pick<Take, 'cast' | 'actors'>): Person[] {
  const solids = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
  const tracks = new Map(actors.map(({ id, track }) => [id, track]))
  return cast.flatMap((one, member) =>
    one.solids.flatMap((id): Person[] => {
      const [actor, track] = [solids.get(id), tracks.get(id)]
      return actor?.kind === 'person' && track ? [{ id, member, height: actor.height, track }] : []
    }),
  )
}
