import type { Claim } from '../claim.ts'
import type { Deed } from './deed.ts'
import { halts } from './order.ts'
import type { Teller } from './teller.ts'

/** What was struck comes to rest: told with the blow, and not again. */
export function haltsOf(teller: Teller, deed: Deed): boolean {
  const isTold = halts(deed)
  if (isTold) teller.related.add(`halts ${deed.actor}`)
  return isTold
}

/** When the blow falls, for those who want all; told with it, and not again. */
export function strikesAtOf(
  teller: Teller,
  { args: { actor, other } }: Claim<'hits'>,
): Claim<'strikes_at'> | undefined {
  if (teller.detail !== 'full') return undefined
  const claim = teller.book
    .all('strikes_at', { actor })
    .find(({ args }) => args.others.includes(other))
  if (claim) teller.related.add('time 1')
  return claim
}
