import type { Scene } from '../schema/scene.ts'
import { solidActors } from '../shape/blueprint.ts'
import type { Take } from './take.ts'

/** Somebody with joints. */
export interface Person {
  /** Of the solid actor. */
  id: string
  /** Index into `Take.cast`: of itself, or of the group that it is counted with. */
  member: number
  /** Metres, before scaling. */
  height: number
}

/** All people, in the order of the cast: the order in which the stage tells of their joints. */
export function peopleOf(scene: Scene, { cast }: Pick<Take, 'cast'>): Person[] {
  const solids = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
  return cast.flatMap((one, member) =>
    one.solids.flatMap((id): Person[] => {
      const actor = solids.get(id)
      return actor?.kind === 'person' ? [{ id, member, height: actor.height }] : []
    }),
  )
}
