import type { Phrase } from './phrase.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

/** The sentences of a text as it grows. */
export interface Page {
  sentences: Phrase[]
  length(): number
  add(phrase: Phrase): void
  /** Adds a sentence only if there is room; takes back what making it mentioned otherwise. False when none was added. */
  offer(make: () => Phrase | undefined): boolean
}

/** @param most words or characters, as the voice counts */
export function pageOf(teller: Teller, most: number, voice: Voice): Page {
  const sentences: Phrase[] = []
  const length = () => lengthOfAll(sentences, voice)
  const add = (phrase: Phrase) => void sentences.push(voice.sentence(phrase))
  return {
    sentences,
    length,
    add,
    offer(make) {
      const before = {
        told: new Set(teller.told),
        related: new Set(teller.related),
        subject: teller.subject,
        mover: teller.mover,
      }
      const phrase = make()
      if (phrase && length() + voice.lengthOf(phrase.text) <= most) add(phrase)
      else Object.assign(teller, before)
      return phrase !== undefined && sentences.at(-1)?.claims.join() === phrase.claims.join()
    },
  }
}

export function lengthOfAll(phrases: readonly Phrase[], voice: Voice): number {
  return voice.lengthOf(voice.joined(phrases.map(({ text }) => text)))
}
