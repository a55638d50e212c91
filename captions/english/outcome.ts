import { type Outcome, outcomesOf } from '../plan/outcomes.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Tale } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { edgeOf } from './motion.ts'
import { say } from './phrase.ts'
import { name } from './refer.ts'

/** `several of them leave the frame on the right`, a sentence each. */
export function outcomes(teller: Teller, tale: Tale): (() => Phrase)[] {
  return outcomesOf(teller.book, tale, teller.detail).map((one) => () => outcome(teller, one))
}

function outcome(teller: Teller, one: Outcome): Phrase {
  const many = (words: string) => proven(`${one.amount} of them ${words}`, ...one.claims)
  switch (one.end) {
    case 'falls off':
      return say`${many('fall off')} ${name(teller, one.other)}`
    case 'lands':
      return say`${many('drop onto')} ${name(teller, one.other)}`
    case 'leaves':
      return many(`leave the frame ${edgeOf(one.side)}`)
    case 'goes':
      return many(`${one.verb} to the ${one.direction}`)
  }
}
