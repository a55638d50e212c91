import type { Fault } from '../problems/fault.ts'
import type { Scene } from '../schema/scene.ts'
import { checkScene } from '../stage-checks.ts'
import type { Take } from '../take/take.ts'

/**
 * What no cast may have, whatever its author expects: a camera inside something or with nothing in view,
 * actors under the ground.
 */
export function refusals(scene: Scene, take: Take): Fault[] {
  return checkScene(scene, take).filter(
    ({ severity, path }) => severity === 'error' || path[0] === 'actors',
  )
}
