import type { Predicate } from '../claim.ts'
import { proposeBorder, verifyBorder } from './border.ts'

export const leaves: Predicate<'leaves'> = {
  name: 'leaves',
  doc: 'A moving actor goes out of the picture over one of its edges.',
  propose: (facts) => proposeBorder('leaves', facts),
  verify: ({ args }, facts) => verifyBorder('leaves', args.actor, args.side, facts),
}
