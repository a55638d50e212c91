import type { Happening, Said } from '../meaning.ts'
import { any, map, type Parser, words, type Words } from '../parser.ts'

/**
 * Sentences as characters. Chinese puts no spaces between words: the vocabulary of the grammar finds them, in every way
 * that it can, and a reading counts only when no character is left over.
 */
export function chineseSentencesOf(text: string): Words[] {
  return text
    .replace(/\s+/g, '')
    .replaceAll(',', '，')
    .toLowerCase()
    .split(/[。！？；!?]+/)
    .map((sentence) => Array.from(sentence))
    .filter((characters) => characters.length > 0)
}

/** Exactly these characters. */
export function chars<T>(phrase: string, value: T): Parser<T> {
  return words(Array.from(phrase).join(' '), value)
}

/** Any of these words, each with its meaning. */
export function oneOf<T>(table: Record<string, T>): Parser<T> {
  return any(...Object.entries(table).map(([phrase, value]) => chars(phrase, value)))
}

/** Any of these words: `停下|停住`. */
export function anyOf<T>(phrases: string, value: T): Parser<T> {
  return any(...phrases.split('|').map((phrase) => chars(phrase, value)))
}

/** What the characters of a phrase say, with the characters themselves. */
export function tell<T>(parser: Parser<T>, make: (value: T) => Happening): Parser<Said> {
  return map(parser, (value, from, to, tokens) => ({
    text: textOf(tokens, from, to),
    what: make(value),
  }))
}

export function textOf(tokens: Words, from: number, to?: number): string {
  return tokens.slice(from, to).join('')
}
