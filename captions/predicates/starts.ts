import type { Predicate } from '../claim.ts'
import { proposeTurn, verifyTurn } from './turn.ts'

export const starts: Predicate<'starts'> = {
  name: 'starts',
  doc: 'An actor that was standing still in view sets off.',
  propose: (facts) => proposeTurn('starts', facts),
  verify: (claim, facts) => verifyTurn('starts', claim.args.actor, claim.frames, facts),
}
