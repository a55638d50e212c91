import type { Scene } from '../schema/scene.ts'
import { solidActors } from './blueprint.ts'

/** Ids of the images that a scene names, each once, sorted. */
export function imagesOf(scene: Pick<Scene, 'actors'>): string[] {
  const named = solidActors(scene).flatMap((actor) =>
    'image' in actor && actor.image !== undefined ? [actor.image] : [],
  )
  return [...new Set(named)].sort()
}
