import pluralize from 'pluralize'
import { COLOR_WORDS } from '../words/colors.ts'
import { headOf, isNoun } from '../words/nouns.ts'
import { SURFACE_WORDS } from '../words/surfaces.ts'
import { NO_NOUN, type NounMeaning } from './meaning.ts'
import { all, any, many, map, maybe, oneOf, words, type Parser } from './parser.ts'

/** A noun of this clip as it may be written: without its adjectives of shape, in singular and plural. */
export interface Spelling {
  text: string
  plural: boolean
}

export const LEADS = [
  'round',
  'square',
  'long',
  'tall',
  'low',
  'small',
  'little',
  'large',
  'big',
  'old',
  'flat',
  'wide',
  'narrow',
  'rectangular',
  'oval',
]
const AMOUNTS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'several',
  'a dozen',
  'more than a dozen',
  'dozens of',
]
const PRONOUNS = ['it', 'she', 'he', 'her', 'him', 'they', 'them']
/** What many things make together. */
const HEAPS: Record<string, string> = Object.fromEntries(
  ['', 'long ', 'short '].flatMap((size) =>
    ['row', 'line', 'tower', 'wall', 'stack', 'pile'].map((word) => [
      `a ${size}${word} of`,
      { line: 'row', pile: 'stack' }[word] ?? word,
    ]),
  ),
)
/** Which of several. */
const PARTS: Record<string, string> = Object.fromEntries([
  ['the first of', 'first'],
  ['the last of', 'last'],
  ...['two', 'three'].flatMap((n) =>
    ['first', 'last'].map((end) => [`the ${end} ${n} of`, `${end} ${n}`]),
  ),
  ...[
    'all',
    'most',
    'some',
    'several',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
  ].map((word) => [`${word} of`, word]),
])
/** Of a row, seen from those that go first. */
const ENDS: Record<string, string> = Object.fromEntries(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].flatMap((n) => [
    [`the ${n} at the far end`, `far ${n}`],
    [`the ${n} between them`, `between ${n}`],
    [`the other ${n}`, n],
  ]),
)
const COLORS = [...Object.keys(COLOR_WORDS), 'silver', 'navy', 'colorful']
const GARMENTS = ['shirt', 't-shirt', 'sweater']
const MATERIALS = [
  ...new Set(
    Object.values(SURFACE_WORDS).flatMap(({ adjective }) =>
      adjective === null ? [] : [adjective],
    ),
  ),
]

/** Reads noun phrases: the clip's own nouns first, any noun of the vocabulary otherwise. */
export function nounPhrase(own: Spelling[]): Parser<NounMeaning> {
  const color = any(...COLORS.map((word) => words(word, { colors: [word] })))
  const material = any(...MATERIALS.map((word) => words(word, { materials: [word] })))
  const lead = any(...LEADS.map((word) => words(word, { leads: [word] })))
  const adjective = any<
    Partial<Record<'colors' | 'materials' | 'leads', string[]>> & { others?: boolean }
  >(color, material, lead, words('other', { others: true }))
  const noun = any(known(own), general)
  const wears = map(
    all(
      any(words('in a', 0), words('in an', 0)),
      any(...COLORS.map((word) => words(word, word))),
      any(...GARMENTS.map((word) => words(word, word))),
    ),
    ([, worn, garment]) => ({ color: worn, garment }),
  )
  const amount = any(...AMOUNTS.map((word) => words(word, word)))
  const determiner = oneOf<NounMeaning['determiner']>({
    a: 'a',
    an: 'a',
    the: 'the',
    another: 'another',
    more: 'bare',
    other: 'bare',
  })
  const counted = map(amount, (word) => ({
    determiner: 'bare' as const,
    amount: word as string | null,
  }))
  const exact = map(all(words('the', 0), amount), ([, word]) => ({
    determiner: 'the' as const,
    amount: word as string | null,
  }))
  const plain = map(maybe(determiner), (word) => ({
    determiner: word ?? ('bare' as const),
    amount: null,
  }))
  const full = map(
    all(
      any<Pick<NounMeaning, 'determiner' | 'amount'>>(counted, exact, plain),
      many(adjective),
      noun,
      maybe(wears),
    ),
    ([start, adjectives, { text, plural }, worn], from, to, tokens): NounMeaning => {
      const gather = (name: 'colors' | 'materials' | 'leads') =>
        adjectives.flatMap((one) => one[name] ?? [])
      return {
        ...NO_NOUN,
        ...start,
        plural,
        colors: gather('colors'),
        materials: gather('materials'),
        leads: gather('leads'),
        noun: text,
        wears: worn,
        others: adjectives.some((one) => one.others),
        text: tokens.slice(from, to).join(' '),
      }
    },
  )
  const pronoun = map(any(...PRONOUNS.map((word) => words(word, word))), (word): NounMeaning => ({
    ...NO_NOUN,
    text: word,
    determiner: 'pronoun',
    plural: word.startsWith('the'),
    pronoun: word,
  }))
  const heap = map(all(oneOf(HEAPS), full), ([kind, noun], from, to, tokens): NounMeaning => ({
    ...noun,
    heap: kind,
    plural: true,
    text: tokens.slice(from, to).join(' '),
  }))
  const part = map(
    any(
      all(oneOf(PARTS), any(pronoun, full, heap)),
      all(oneOf(ENDS), nobody),
      all(words('all', 'all'), full),
      all(oneOf({ 'the first one': 'first', 'the last one': 'last' }), nobody),
    ),
    ([which, noun], from, to, tokens): NounMeaning => ({
      ...noun,
      part: which,
      text: tokens.slice(from, to).join(' '),
    }),
  )
  return any(pronoun, full, heap, part)
}

/** `a`, `a and b`, `a, b and c`. */
export function nounList(noun: Parser<NounMeaning>): Parser<NounMeaning[]> {
  const more = map(all(words(',', 0), noun), ([, one]) => one)
  const last = map(all(maybe(words(',', 0)), words('and', 0), noun), ([, , one]) => one)
  return any(
    map(noun, (one) => [one]),
    map(all(noun, many(more), last), ([first, middle, end]) => [first, ...middle, end]),
  )
}

function known(own: Spelling[]): Parser<Spelling> {
  const longestFirst = [...own].sort((a, b) => b.text.split(' ').length - a.text.split(' ').length)
  return (tokens, at) =>
    longestFirst.flatMap((spelling): [Spelling, number][] =>
      words(spelling.text, spelling)(tokens, at),
    )
}

/** Those who were spoken of last, without a word. */
const nobody: Parser<NounMeaning> = (tokens, at) => [
  [
    {
      ...NO_NOUN,
      text: tokens[at] ?? '',
      determiner: 'pronoun',
      plural: true,
      pronoun: 'them',
    },
    at,
  ],
]

/** A noun that nothing in the clip has: `dog`, `toy train`. */
const general: Parser<Spelling> = (tokens, at) => {
  const word = tokens[at]
  if (word === undefined) return []
  const single = pluralize.singular(word)
  return isNoun(headOf(single)) ? [[{ text: single, plural: single !== word }, at + 1]] : []
}
