import pluralize from 'pluralize'
import { COLOR_WORDS } from '../words/colors.ts'
import { NUMBERS } from './amounts.ts'
import { headOf, isNoun } from '../words/nouns.ts'
import { SURFACE_WORDS } from '../words/surfaces.ts'
import { inflected } from './inflect.ts'
import { NO_NOUN, type Happening, type NounMeaning, type Said } from './meaning.ts'
import { all, any, many, map, maybe, oneOf, words, type Parser } from './parser.ts'
import { VERBS } from './vocabulary.ts'

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
const AMOUNTS = [...NUMBERS.slice(1), 'several', 'a dozen', 'more than a dozen', 'dozens of']
const PRONOUNS = ['it', 'she', 'he', 'her', 'him', 'they', 'them']
const HEAP_WORDS = ['row', 'line', 'tower', 'wall', 'stack', 'pile']
const heapOf = (word: string) => ({ line: 'row', pile: 'stack' })[word] ?? word
/** What many things make together. */
const HEAPS: Record<string, string> = Object.fromEntries(
  ['', 'long ', 'short '].flatMap((size) =>
    HEAP_WORDS.flatMap((word) =>
      ['a', 'the'].map((which) => [`${which} ${size}${word} of`, heapOf(word)]),
    ),
  ),
)
const COUNTS = Object.fromEntries(NUMBERS.slice(2).map((n) => [n, n]))
/** Which of several. */
const PARTS: Record<string, string> = Object.fromEntries([
  ['the first of', 'first'],
  ['the last of', 'last'],
  ...['two', 'three'].flatMap((n) =>
    ['first', 'last'].map((end) => [`the ${end} ${n} of`, `${end} ${n}`]),
  ),
  ...['all', 'most', 'some', 'several', ...NUMBERS.slice(1)].map((word) => [`${word} of`, word]),
])
/** Of a row, seen from those that go first. */
const ENDS: Record<string, string> = Object.fromEntries(
  NUMBERS.slice(1).flatMap((n) => [
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
  // `red, yellow and green dominoes`: each is one of these, and none of these is missing.
  const colorful = map(
    all(color, many(map(all(words(',', 0), color), ([, one]) => one)), words('and', 0), color),
    ([first, middle, , last], from, to, tokens) => ({
      which: {
        text: tokens.slice(from, to).join(' '),
        what: {
          does: 'be colored' as const,
          colors: [first, ...middle, last].flatMap(({ colors }) => colors),
        },
      },
    }),
  )
  const adjective = any<
    Partial<Record<'colors' | 'materials' | 'leads', string[]>> & { others?: boolean; which?: Said }
  >(color, material, lead, words('other', { others: true }), participle, colorful)
  const noun = any(known(own), general)
  const wears = map(
    all(
      any(
        ...['in', 'wearing', 'dressed in'].flatMap((verb) => [
          words(`${verb} a`, 0),
          words(`${verb} an`, 0),
        ]),
      ),
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
  const both = words<Pick<NounMeaning, 'determiner' | 'amount'>>('both', {
    determiner: 'the',
    amount: 'two',
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
      any<Pick<NounMeaning, 'determiner' | 'amount'>>(counted, exact, both, plain),
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
        which: adjectives.flatMap(({ which }) => which ?? []),
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
  // The number of them is said as well.
  const whole = map(
    all(words('all', 0), oneOf(COUNTS), words('of', 0), any(pronoun, full)),
    ([, count, , noun], from, to, tokens): NounMeaning => ({
      ...noun,
      part: 'all',
      amount: count,
      text: tokens.slice(from, to).join(' '),
    }),
  )
  // `the first domino`; `the tower`, of those that were spoken of.
  const edge = map(
    all(oneOf({ 'the first': 'first', 'the last': 'last' }), full),
    ([end, noun], from, to, tokens): NounMeaning => ({
      ...noun,
      part: end,
      plural: true,
      text: tokens.slice(from, to).join(' '),
    }),
  )
  const theHeap = map(
    all(oneOf(Object.fromEntries(HEAP_WORDS.map((word) => [`the ${word}`, heapOf(word)]))), nobody),
    ([kind, noun], from, to, tokens): NounMeaning => ({
      ...noun,
      heap: kind,
      text: tokens.slice(from, to).join(' '),
    }),
  )
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
  return any(pronoun, full, heap, part, whole, edge, theHeap)
}

/** `parked`, `glowing`, `rolling`, `fallen`: before the noun. */
const participle: Parser<{ which: Said }> = any(
  ...Object.entries<Happening>({
    parked: { does: 'stay', how: 'park' },
    standing: { does: 'stay', how: 'stand' },
    glowing: { does: 'glow' },
    fallen: { does: 'move', verb: 'topple' },
    ...Object.fromEntries(
      Object.entries(VERBS)
        .filter(([phrase]) => !phrase.includes(' '))
        .flatMap(([phrase, verb]) =>
          inflected(phrase, 'ing').map((word) => [word, { does: 'move' as const, verb }]),
        ),
    ),
  }).map(([word, what]) => words(word, { which: { text: word, what } })),
)

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
