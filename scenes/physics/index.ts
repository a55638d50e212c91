import type { Scene } from '../schema/scene.ts'
import { hasBodies, type Physics } from './physics.ts'

/**
 * What `shoot` plays the bodies of a scene with; undefined for a scene without any, which then needs not wait for
 * the engine. A door of its own: the page never simulates, and its bundle stays without the engine.
 */
export async function physicsFor(scene: Pick<Scene, 'actors'>): Promise<Physics | undefined> {
  return hasBodies(scene) ? loadPhysics() : undefined
}

/** What `shoot` plays bodies with, for who does not know yet which scenes will come. */
export async function loadPhysics(): Promise<Physics> {
  const { enginePhysics } = await import('./engine.ts')
  return enginePhysics()
}
