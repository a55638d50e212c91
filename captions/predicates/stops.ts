import type { Predicate } from '../claim.ts'
import { proposeTurn, verifyTurn } from './turn.ts'

export const stops: Predicate<'stops'> = {
  name: 'stops',
  doc: 'An actor that was moving in view comes to rest and stays in view.',
  propose: (facts) => proposeTurn('stops', facts),
  verify: (claim, facts) => verifyTurn('stops', claim.args.actor, claim.frames, facts),
}
