import type { Book } from './book.ts'
import type { Phrase } from './phrase.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

/** What happens in the first shot, and how the second one looks. */
export function shortOf(
  teller: () => Teller,
  first: Book,
  second: Book | undefined,
  voice: Voice,
): Phrase[] {
  const told = short(teller, voice)
  if (!second) return told
  const cut = voice.cutSentence({
    ...teller(),
    book: second,
    told: new Set(namedIn(first, told)),
    earlier: first.facts.members,
  })
  return cut ? [...told, voice.sentence(cut)] : told
}

/** One sentence; told in more detail when it would be too short otherwise. */
export function short(teller: () => Teller, voice: Voice): Phrase[] {
  const [least, most] = voice.lengths.short
  const brief = voice.shortSentence(teller())
  if (voice.lengthOf(brief.text) >= least) return [brief]
  const fuller = voice.shortSentence({ ...teller(), detail: 'normal' })
  return [voice.lengthOf(fuller.text) <= most ? fuller : brief]
}

/** Ids of those that phrases name. */
export function namedIn(book: Book, phrases: readonly Phrase[]): string[] {
  return book
    .all('exists')
    .filter(({ id }) => phrases.some(({ claims }) => claims.includes(id)))
    .map(({ args }) => args.actor)
}
