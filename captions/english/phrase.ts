import { listed, type Phrase, sayer } from '../plan/phrase.ts'

/** Joins words and phrases: `say\`${ball} rolls ${across}\``; empty parts close up. */
export const say = sayer((text) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .trim(),
)

/** `a, b and c`. */
export function list(phrases: readonly Phrase[]): Phrase {
  return listed(phrases, ', ', ' and ')
}

/** A capital at the start and a full stop at the end. */
export function sentence(phrase: Phrase): Phrase {
  const { text, claims } = phrase
  return { text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, claims }
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
