import type { Scene } from '../../schema/scene.ts'
import type { Take } from '../../take/take.ts'
import { eventFault } from './events.ts'
import type { Expectation } from './expectation.ts'
import { visibleFault } from './visible.ts'

/** What is amiss with an expectation, as a phrase after its path; undefined where it is true. */
export function expectationFault(
  expected: Expectation,
  scene: Scene,
  take: Take,
): string | undefined {
  return 'event' in expected ? eventFault(expected, take) : visibleFault(expected, scene, take)
}
