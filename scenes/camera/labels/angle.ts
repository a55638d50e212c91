import { ANGLE_WORDS, ANGLES, type AngleWord } from '../framing/scale.ts'
import type { Status } from './thresholds.ts'
import { anglesOf, type View } from './view.ts'

/** Degrees of roll: a Dutch angle from the one on, none up to the other. */
const DUTCH = { absent: 5, present: 15 } as const

/** An angle that is present; without one, it is grey. */
export function angleWordOf(view: View): AngleWord | undefined {
  const { pitch } = anglesOf(view)
  return ANGLE_WORDS.find((word) => {
    const { from, to } = ANGLES[word]
    // What lies on a border belongs to the outer one: straight from above begins at 75.
    return pitch >= from && pitch <= to
  })
}

export function dutchOf(view: View): Status {
  const roll = Math.abs(anglesOf(view).roll)
  if (roll >= DUTCH.present) return 'present'
  return roll <= DUTCH.absent ? 'absent' : 'grey'
}
