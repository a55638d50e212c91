import { shoot, type Scene } from '#scenes'
import { physicsFor } from '#scenes/physics'
import type { Filmed } from '../../captions/facts/facts.ts'
import { observe } from './observe.ts'

const films = new Map<Scene, Promise<Filmed>>()

/** A scene with bodies, played and seen by the synthetic observer; once for all tests of a file. */
export function play(scene: Scene): Promise<Filmed> {
  const film = films.get(scene) ?? filmOf(scene)
  films.set(scene, film)
  return film
}

async function filmOf(scene: Scene): Promise<Filmed> {
  const take = shoot(scene, await physicsFor(scene))
  return { scene, take, camera: 0, observations: observe(scene, take, 0, 96) }
}
