import type { Deed } from '../plan/deed.ts'
import { goesOnWith, isEndTold, lastsAll, leadOf, meantime, startsLate } from '../plan/order.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import type { Begun } from '../plan/voice.ts'
import { after, afterwards, ending, meanwhile, next, whole } from './clause.ts'
import { charactersIn, say } from './phrase.ts'

/** The place first; a short clause goes on with what its mover does next. */
export function begun(teller: Teller, main: Deed, { first, both, setting }: Begun) {
  const chain = both ? undefined : chained(teller, first, main)
  const phrase = both ?? chain ?? first
  return {
    phrase: setting ? say`${setting}，${phrase}` : phrase,
    goesOn: chain !== undefined,
  }
}

/** Longer than this, a clause stands alone. */
const CHAINED = 26

/** One topic, one sentence: 小球滚过木桌，从马克杯前面经过，随后停下. */
function chained(teller: Teller, first: Phrase, main: Deed): Phrase | undefined {
  if (charactersIn(first.text) > CHAINED || teller.subject !== main.actor) return undefined
  const rest = afterwards(teller, main, 2)
  return rest && say`${first}，${/，|^从|^最终/.test(rest.text) ? '' : '随后'}${rest}`
}

/** Two deeds at a time in one sentence. */
export function together(
  teller: Teller,
  first: Phrase,
  other: Deed,
  main: Deed,
): Phrase | undefined {
  const order = meantime(teller.book, main.actor, other.actor)
  // Who sets off in the midst of it is told of after.
  const isLate = teller.detail !== 'brief' && startsLate(other, main, teller.book)
  if (!order || isLate) return undefined
  const joint = teller.random.pick(['，', '，同时'] as const)
  const second = meanwhile(teller, other, main)
  const end = isEndTold(teller, other, main, charactersIn(second.text) <= CHAINED)
    ? ending(teller, other)
    : undefined
  return proven(say`${first}${joint}${second}${end ? after(end) : ''}`, order)
}

const LEADS = ['与此同时，', '同时，']

/** A later or parallel deed as a sentence of its own. */
export function later(teller: Teller, deed: Deed, main: Deed): Phrase {
  const later = next(teller, deed, main)
  if (later) return later
  const order = goesOnWith(teller, deed)
  const lead = order && !lastsAll(teller, deed) ? leadOf(teller, LEADS) : undefined
  if (!order || !lead) return whole(teller, deed)
  const told = meanwhile(teller, deed, main)
  const end = ending(teller, deed)
  return proven(end ? say`${lead}${told}${after(end)}` : say`${lead}${told}`, order)
}
