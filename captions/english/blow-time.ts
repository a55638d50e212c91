import type { Claim } from '../claim.ts'
import { strikesAtOf } from '../plan/blow.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'

/** `, about one second into the clip,` before what strikes, or last without commas; nothing where that is not proven or asked for. */
export function blowTime(
  teller: Teller,
  hits: Claim<'hits'> | undefined,
  where: 'within' | 'last' = 'within',
): Phrase | '' {
  const claim = hits && strikesAtOf(teller, hits)
  if (!claim) return ''
  const time = `about ${secondsIn(claim)} into the clip`
  return proven(where === 'within' ? `, ${time},` : time, claim)
}

export function secondsIn({ args: { seconds } }: Claim<'strikes_at'>): string {
  return seconds === 'one' ? 'one second' : `${seconds} seconds`
}
