import type { Motion } from './motions.ts'
import type { Status } from './thresholds.ts'

/** CameraBench's: none, barely visible, one steady way, several that follow or cross each other. */
export type Complexity = 'no' | 'minor' | 'major_simple' | 'major_complex'

/** Common part of two movements over the longer: from here on they are one way, and up to here they are two. */
const [ONE, TWO] = [0.8, 0.6]

/** So many at once make a way that is still followed with ease: a rise on an arc. */
const SIMPLE = 2

/** How complex a shot's movement is; undefined when it is in the grey whether two movements go on at once. */
export function complexityOf(motions: readonly Motion[], isStatic: Status): Complexity | undefined {
  const present = motions.filter(({ status }) => status === 'present')
  if (present.length === 0) return isStatic === 'present' ? 'no' : 'minor'
  if (present.length > SIMPLE) return 'major_complex'
  const [a, b] = present as [Motion, Motion?]
  if (!b) return 'major_simple'
  const common = Math.min(a.until, b.until) - Math.max(a.from, b.from)
  const share = common / Math.max(a.until - a.from, b.until - b.from)
  if (share >= ONE) return 'major_simple'
  return share <= TWO ? 'major_complex' : undefined
}
