import type { Fault } from '../problems/fault.ts'
import type { Scene } from '../schema/scene.ts'
import { checkScene } from '../stage-checks.ts'
import type { Take } from '../take/take.ts'
import { interpenetrations } from './interpenetration.ts'

/**
 * What no cast may have, whatever its author expects: a camera inside something or with nothing in view,
 * actors under the ground, solids that stand in each other at the start.
 */
export function refusals(scene: Scene, take: Take): Fault[] {
  const findings = checkScene(scene, take).filter(
    ({ severity, wanted }) => severity === 'error' || wanted.includes('below the ground'),
  )
  return [...findings, ...interpenetrations(scene, take)]
}
