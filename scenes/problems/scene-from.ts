import { Scene } from '../schema/scene.ts'
import { bodyFaults } from './bodies.ts'
import type { Fault } from './fault.ts'
import { faultsOf } from './from-zod.ts'
import { referenceFaults } from './references.ts'

/**
 * A scene of this version from its JSON, and all that is wrong with it; the scene is there when nothing is.
 * Both files and casts of templates come through here.
 * @param images ids that an `image` may name; without them it may name any
 */
export function sceneFrom(
  json: unknown,
  images?: readonly string[],
): { scene: Scene | undefined; faults: Fault[] } {
  const parsed = Scene.safeParse(json, { error: () => '' })
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error.issues, Scene, json)),
    ...referenceFaults(json, images),
    ...bodyFaults(json),
  ]
  return { scene: faults.length === 0 ? parsed.data : undefined, faults }
}
