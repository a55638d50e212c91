import type { Predicate } from '../claim.ts'
import { proposeBorder, verifyBorder } from './border.ts'

export const enters: Predicate<'enters'> = {
  name: 'enters',
  doc: 'A moving actor comes into the picture over one of its edges.',
  propose: (facts) => proposeBorder('enters', facts),
  verify: ({ args }, facts) => verifyBorder('enters', args.actor, args.side, facts),
}
