import { inflected, type Form } from './inflect.ts'
import type { Happening, NounMeaning, Said } from './meaning.ts'
import { all, any, map, words, type Parser } from './parser.ts'

/** Noun phrases by what may follow the noun in them. */
export interface Nouns {
  /** `an orange`, `an orange rolling away`. */
  one: Parser<NounMeaning[]>
  /** `a mug and two books`. */
  list: Parser<NounMeaning[]>
}

/** Deeds in each form of the verb. */
export type Deeds = (form: Form) => Parser<Said[]>

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

/** Any of these words. */
export function oneWord(...phrases: string[]): Parser<number> {
  return any(...phrases.map((phrase) => words(phrase, 0)))
}

/** Any of these verbs, given in the third person, in a form of it. */
export function verbs(phrases: readonly string[], form: Form): Parser<number> {
  return oneWord(...phrases.flatMap((phrase) => inflected(phrase, form)))
}

export function verbsOf<T>(table: Record<string, T>, form: Form): Parser<T> {
  return any(
    ...Object.entries(table).flatMap(([phrase, value]) =>
      inflected(phrase, form).map((one) => words(one, value)),
    ),
  )
}
