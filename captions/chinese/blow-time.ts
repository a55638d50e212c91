import type { Claim } from '../claim.ts'
import { strikesAtOf } from '../plan/blow.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { amount } from './amounts.ts'

/** 大约一秒后 before what strikes; nothing where that is not proven or not asked for. */
export function blowTime(teller: Teller, hits: Claim<'hits'> | undefined): Phrase | '' {
  const claim = hits && strikesAtOf(teller, hits)
  return claim ? proven(`大约${secondsIn(claim.args.seconds)}后`, claim) : ''
}

export function secondsIn(seconds: string): string {
  return seconds === 'one' ? '一秒' : amount(seconds, 0, '秒')
}
