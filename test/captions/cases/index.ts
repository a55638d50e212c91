import type { PredicateName } from '../../../captions/claim.ts'
import { ACTS } from './acts.ts'
import { BLOWS } from './blows.ts'
import { CAMERA } from './camera.ts'
import type { Cases } from './cases.ts'
import { COUNTS } from './counts.ts'
import { COURSES } from './courses.ts'
import { EVENTS } from './events.ts'
import { LOOKS } from './looks.ts'
import { MOTION } from './motion.ts'
import { PLACES } from './places.ts'
import { SETTINGS } from './settings.ts'
import { SHOTS } from './shots.ts'
import { WAYS } from './ways.ts'

/** Claims put to facts that make them true, false, or neither. Every predicate must stand here. */
export const CASES: { [P in PredicateName]: Cases<P> } = {
  ...COUNTS,
  ...COURSES,
  ...LOOKS,
  ...MOTION,
  ...ACTS,
  ...WAYS,
  ...EVENTS,
  ...BLOWS,
  ...PLACES,
  ...SETTINGS,
  ...CAMERA,
  ...SHOTS,
}
