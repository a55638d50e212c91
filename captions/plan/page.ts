import { sentence, wordsIn } from '../english/phrase.ts'
import type { Phrase } from './phrase.ts'
import type { Teller } from './teller.ts'

/** The sentences of a text as it grows. */
export interface Page {
  sentences: Phrase[]
  words(): number
  add(phrase: Phrase): void
  /** Adds a sentence only if there is room; takes back what making it mentioned otherwise. False when none was added. */
  offer(make: () => Phrase | undefined): boolean
}

/** @param most words */
export function pageOf(teller: Teller, most: number): Page {
  const sentences: Phrase[] = []
  const words = () => wordsIn(textOf(sentences))
  const add = (phrase: Phrase) =>
    void sentences.push(phrase.text.endsWith('.') ? phrase : sentence(phrase))
  return {
    sentences,
    words,
    add,
    offer(make) {
      const before = {
        told: new Set(teller.told),
        related: new Set(teller.related),
        subject: teller.subject,
        mover: teller.mover,
      }
      const phrase = make()
      if (phrase && words() + wordsIn(phrase.text) <= most) add(phrase)
      else Object.assign(teller, before)
      return phrase !== undefined && sentences.at(-1)?.claims.join() === phrase.claims.join()
    },
  }
}

export function textOf(phrases: Phrase[]): string {
  return phrases.map(({ text }) => text).join(' ')
}
