import { deedsOf } from '../plan/deeds.ts'
import { settingOf } from '../plan/order.ts'
import type { Phrase } from '../plan/phrase.ts'
import { type Tale, taleOf } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { opening } from './clause.ts'
import { ending } from './ending.ts'
import { LENGTHS } from './lengths.ts'
import { settingWords } from './light.ts'
import { say, sentence, wordsIn } from './phrase.ts'
import { together } from './sequence.ts'
import { stillLife } from './still-life.ts'
import { beginning } from './tale.ts'

/** What happens, in one sentence. */
export function shortSentence(teller: Teller): Phrase {
  const tale = taleOf(teller.book)
  if (tale) return taleSentence(teller, tale)
  const [main, ...others] = deedsOf(teller.book)
  const other = others.find(({ actor }) => actor !== main?.hits?.args.other)
  if (!main) return sentence(stillLife(teller, 2))
  const setting = settingWords(
    teller,
    settingOf(teller, other && !main.hits ? [main, other] : [main]),
  )
  const first = opening(teller, main)
  const end = ending(teller, main)
  // Two `and`s in a row would read as a list.
  const joint = main.hits ? ', then' : ' and'
  // A collision is enough for one sentence.
  const both = other && !main.hits ? together(teller, first, other, main) : undefined
  const tries = [
    both && setting && say`${setting}, ${both}`,
    both,
    end && setting && say`${setting}, ${first}${joint} ${end}`,
    setting && (wordsIn(first.text) > 9 ? say`${setting}, ${first}` : say`${first} ${setting}`),
    end && say`${first}${joint} ${end}`,
    first,
  ]
  return sentence(
    tries.find((phrase) => phrase && wordsIn(phrase.text) <= LENGTHS.short[1]) ?? first,
  )
}

/** What happens to many, and by what; where that is too long, without the way that the cause takes. */
function taleSentence(teller: Teller, tale: Tale): Phrase {
  const setting = settingWords(teller, settingOf(teller, [tale.cause]))
  const { cause } = tale
  const ways = [tale, ...(cause ? [{ ...tale, cause: { ...cause, over: [] } }] : [])]
  const told = ways.map((one) =>
    beginning({ ...teller, told: new Set(teller.told), random: teller.random.fork('tale') }, one),
  )
  const tries = told.flatMap((one) => [...(setting ? [say`${setting}, ${one}`] : []), one])
  const fits = ({ text }: Phrase) => wordsIn(text) <= LENGTHS.short[1]
  return sentence(tries.find(fits) ?? (told.at(-1) as Phrase))
}
