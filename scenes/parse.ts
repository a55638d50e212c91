import { getNodeValue } from 'jsonc-parser'
import { migrate, versionFault } from './migrate.ts'
import { duplicateKeys } from './problems/keys.ts'
import { located } from './problems/locate.ts'
import { countActors } from './problems/references.ts'
import { sceneFrom } from './problems/scene-from.ts'
import { SceneError } from './problems/scene-error.ts'
import { sourceOf } from './problems/syntax.ts'
import { MAX_ACTORS, SCENE_VERSION, type Scene } from './schema/scene.ts'

/**
 * Reads a scene file (JSONC: comments and trailing commas are welcome). Throws `SceneError` with every
 * problem and its place; nothing else, whatever the text.
 * @param file what to call it in messages
 * @param images ids that an `image` may name; without them it may name any
 */
export function parseScene(text: string, file: string, images?: readonly string[]): Scene {
  const source = sourceOf(text.replace(/^\uFEFF/, ''), file)
  const twice = duplicateKeys(source)
  if (twice.length > 0) throw new SceneError(twice)

  const json: unknown = getNodeValue(source.tree)
  const version = versionFault(json)
  if (version?.hint?.startsWith('update')) throw new SceneError(located(source, [version]))
  const count = countActors(json)
  if (count > MAX_ACTORS) {
    const fault = {
      path: ['actors'],
      wanted: `must hold at most ${MAX_ACTORS} actors, those in groups counted`,
      got: `${count}`,
    }
    throw new SceneError(located(source, [fault]))
  }

  const current = version ? { ...(json as object), version: SCENE_VERSION } : migrate(json)
  const { scene, faults } = sceneFrom(current, images)
  if (version) faults.unshift(version)
  if (!scene || version) throw new SceneError(located(source, faults))
  return scene
}
