import { deedsOf } from '../plan/deeds.ts'
import { settingOf } from '../plan/order.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { taleOf } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { after, ending, opening } from './clause.ts'
import { LENGTHS } from './lengths.ts'
import { settingWords } from './light.ts'
import { charactersIn, say, sentence } from './phrase.ts'
import { together } from './sequence.ts'
import { stillLife } from './still-life.ts'
import { beginning } from './tale.ts'

/** What happens, in one sentence. */
export function shortSentence(teller: Teller): Phrase {
  const tale = taleOf(teller.book)
  const [main, ...others] = deedsOf(teller.book)
  const other = others.find(({ actor }) => actor !== main?.hits?.args.other)
  const setting = settingWords(
    teller,
    settingOf(teller, tale ? [tale.cause] : other && !main?.hits ? [main, other] : [main]),
  )
  const placed = (phrase: Phrase | undefined) => phrase && setting && say`${setting}，${phrase}`
  const shortest = (tries: (Phrase | undefined)[], else_: Phrase) =>
    sentence(
      tries.find((phrase) => phrase && charactersIn(phrase.text) < LENGTHS.short[1]) ?? else_,
    )
  if (tale) {
    const told = beginning(teller, tale)
    return shortest([placed(told)], told)
  }
  if (!main) {
    const still = stillLife(teller, 2)
    return shortest([placed(still)], still)
  }
  const first = opening(teller, main)
  const end = ending(teller, main)
  const ended = end && say`${first}${after(end)}`
  // A collision is enough for one sentence.
  const both = other && !main.hits ? together(teller, first, other, main) : undefined
  return shortest([placed(both), both, placed(ended), placed(first), ended], proven(first))
}
