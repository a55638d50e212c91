import type { Happening, Said } from './meaning.ts'
import { all, map, words, type Parser } from './parser.ts'

/** What the words of a phrase say, with the words themselves. */
export function tell<T>(parser: Parser<T>, make: (value: T) => Happening): Parser<Said> {
  return map(parser, (value, from, to, tokens) => ({
    text: tokens.slice(from, to).join(' '),
    what: make(value),
  }))
}

/** The phrase that follows these words. */
export function after<T>(lead: string, parser: Parser<T>): Parser<T> {
  return map(all(words(lead, 0), parser), ([, value]) => value)
}
