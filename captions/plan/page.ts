import type { Phrase } from './phrase.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

/** Of one kind two short sentences may be told as one: what happens, or what stands around. */
export type Kind = 'deed' | 'scene'

/** The sentences of a text as it grows. */
export interface Page {
  readonly sentences: Phrase[]
  length(): number
  add(phrase: Phrase): void
  /**
   * Adds a sentence only if there is room; takes back what making it mentioned otherwise. False when none was added.
   * @param make `joined` when it is to go on with the sentence before, of the same kind
   */
  offer(make: (joined: boolean) => Phrase | undefined, kind?: Kind): boolean
}

/** @param most words or characters, as the voice counts */
export function pageOf(teller: Teller, most: number, voice: Voice): Page {
  const told: { phrase: Phrase; open: Kind | undefined }[] = []
  const written = () => told.map(({ phrase }) => voice.sentence(phrase))
  const length = () => lengthOfAll(written(), voice)
  const room = () => most - length()
  const add = (phrase: Phrase, open?: Kind) => void told.push({ phrase, open })
  return {
    get sentences() {
      return written()
    },
    length,
    add,
    offer(make, kind) {
      const before = {
        told: new Set(teller.told),
        related: new Set(teller.related),
        subject: teller.subject,
        mover: teller.mover,
      }
      const takeBack = () =>
        Object.assign(teller, {
          ...before,
          told: new Set(before.told),
          related: new Set(before.related),
        })
      const last = told.at(-1)
      if (kind && last?.open === kind) {
        const more = make(true)
        const both = more && voice.beside(last.phrase, more)
        if (both && voice.lengthOf(more.text) <= room()) {
          told.splice(-1, 1, { phrase: both, open: undefined })
          return true
        }
        takeBack()
      }
      const phrase = make(false)
      if (phrase && voice.lengthOf(phrase.text) <= room()) {
        add(phrase, kind)
        return true
      }
      takeBack()
      return false
    },
  }
}

export function lengthOfAll(phrases: readonly Phrase[], voice: Voice): number {
  return voice.lengthOf(voice.joined(phrases.map(({ text }) => text)))
}
