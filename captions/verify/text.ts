import type { Filmed } from '../facts/facts.ts'
import { shotOf, shotsOf } from '../window.ts'
import { checker, type Shot } from './check.ts'
import { chineseSentencesOf, textOf } from './chinese/characters.ts'
import { chineseGrammarOf } from './chinese/grammar.ts'
import { grammarOf } from './grammar.ts'
import { spellingsOf } from './judge-things.ts'
import type { Sentence } from './meaning.ts'
import { sentencesOf, type Words } from './parser.ts'
import { truthOf } from './truth.ts'
import type { Checked, PhraseVerdict } from './verdict.ts'

/**
 * Reads English or Chinese sentences back into statements and puts each to the proof on the recorded truth. Shares
 * neither predicates nor realiser with the captions; a word that has no place in a reading is `unparsed`.
 */
export function verifyText(text: string, filmed: Filmed): PhraseVerdict[] {
  return textChecker(filmed)(text)
}

/** The same for many texts about one clip: what was measured for one is kept for the next. */
export function textChecker(filmed: Filmed): (text: string) => PhraseVerdict[] {
  const read = textReader(filmed)
  return (text) => read(text).flatMap(({ verdicts }) => verdicts)
}

/** Sentence by sentence: how each fares, and what it states. */
export function textReader(filmed: Filmed): (text: string) => Checked[] {
  const shots = shotsOf(filmed).map(({ from }, i): Shot => ({
    truth: truthOf(shotOf(filmed, i)),
    from,
  }))
  const spellings = spellingsOf(shots.map(({ truth }) => truth))
  const english: Language = {
    grammar: grammarOf(spellings),
    sentencesOf,
    joined: (words) => words.join(' ').replace(/ ,/g, ','),
    cuts: /^the clip cuts/,
  }
  const chinese: Language = {
    grammar: chineseGrammarOf(spellings.map(({ text }) => text).filter((text) => HAN.test(text))),
    sentencesOf: chineseSentencesOf,
    joined: (characters) => textOf(characters, 0),
    cuts: /^镜头切/,
  }
  const checked = (text: string, language: Language, begins: number) => {
    const check = checker(shots.slice(begins) as [Shot, ...Shot[]])
    return language.sentencesOf(text).map((words) => read(words, language, check))
  }
  return (text) => {
    const language = HAN.test(text) ? chinese : english
    const cuts = language
      .sentencesOf(text)
      .some((words) => language.cuts.test(language.joined(words)))
    if (cuts || shots.length === 1) return checked(text, language, 0)
    // A text without a cut is about one shot: that of which it tells best.
    return shots
      .map((_, i) => checked(text, language, i))
      .reduce((a, b) => (truer(b) > truer(a) ? b : a))
  }
}

/** Tells by its script which language a text is in. */
const HAN = /\p{Script=Han}/u

/** How sentences of one language are read. */
interface Language {
  grammar: ReturnType<typeof grammarOf>
  sentencesOf(text: string): Words[]
  joined(words: Words): string
  /** How a sentence begins that leads to the next shot. */
  cuts: RegExp
}

function truer(checked: readonly Checked[]): number {
  const verdicts = checked.flatMap((one) => one.verdicts)
  const count = (status: PhraseVerdict['status']) =>
    verdicts.filter((one) => one.status === status).length
  return count('verified') - 100 * count('refuted')
}

function read(
  words: Words,
  { grammar, joined }: Language,
  check: (readings: Sentence[]) => Checked,
): Checked {
  const readings = grammar.sentence(words, 0)
  const complete = readings.filter(([, end]) => end === words.length).map(([sentence]) => sentence)
  if (complete.length > 0) return check(complete)
  const [sentence, end] = longest(readings, grammar.clause(words, 0), grammar.noun(words, 0))
  const known = sentence ? check([sentence]) : { verdicts: [], stated: () => [] }
  return { ...known, verdicts: [...known.verdicts, ...unread(joined(words.slice(end)))] }
}

/** The reading that gets farthest: a sentence, else a clause, else a bare noun. */
function longest(
  sentences: [Sentence, number][],
  clauses: [Extract<Sentence, { kind: 'clauses' }>['clauses'][number], number][],
  nouns: [Extract<Sentence, { kind: 'clauses' }>['clauses'][number]['subject'][number], number][],
): [Sentence | null, number] {
  const all: [Sentence | null, number][] = [
    ...sentences,
    ...clauses.map(([clause, end]): [Sentence, number] => [
      { kind: 'clauses', loose: [], clauses: [clause] },
      end,
    ]),
    ...nouns.map(([noun, end]): [Sentence, number] => [
      { kind: 'clauses', loose: [], clauses: [{ subject: [noun], said: [] }] },
      end,
    ]),
  ]
  return all.reduce((a, b) => (b[1] > a[1] ? b : a), [null, 0] as [Sentence | null, number])
}

function unread(text: string): PhraseVerdict[] {
  return text ? [{ text, status: 'unparsed', evidence: {} }] : []
}
