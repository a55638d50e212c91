import { KINDS, type Actor, type SolidActor } from '../actors/index.ts'
import { Random } from '../random.ts'
import type { Scene } from '../schema/scene.ts'
import type { Blueprint } from './shape.ts'

/** The solids and lights of one actor. Its chance depends on the scene seed and its own id only. */
export function blueprintOf(actor: SolidActor, seed: number): Blueprint {
  const kind = KINDS[actor.kind] as { blueprint: (actor: SolidActor, random: Random) => Blueprint }
  return kind.blueprint(actor, Random.of(seed).fork(actor.id))
}

/** Every solid actor of a scene, groups opened, in the order of `take.actors`. */
export function solidActors(scene: Pick<Scene, 'actors'>): SolidActor[] {
  const open = (actor: Actor): SolidActor[] =>
    actor.kind === 'group' ? actor.children.flatMap(open) : [actor]
  return scene.actors.flatMap(open)
}
