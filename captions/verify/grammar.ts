import { cameraSentence, viewpoint } from './camera-grammar.ts'
import { clausePhrase, namingPhrase, tellingPhrase } from './clause-grammar.ts'
import { lightSentence, lookSentence, skySentence } from './light-grammar.ts'
import {
  NO_NOUN,
  type Clause,
  type Happening,
  type Lead,
  type Link,
  NO_LEAD,
  type NounMeaning,
  type Said,
  type Sentence,
} from './meaning.ts'
import { phrasesOf, type Phrases } from './noun-tails.ts'
import { nounPhrase, type Spelling } from './nouns.ts'
import { all, any, many, map, maybe, memo, oneOf, some, words, type Parser } from './parser.ts'
import { setting } from './place-grammar.ts'
import { oneWord, tell } from './said-grammar.ts'
import { PLACE_NAMES } from './setting-words.ts'

/** Every complete reading of a sentence about this clip's nouns; none when some word has no place in it. */
export function grammarOf(own: Spelling[]): {
  sentence: Parser<Sentence>
  clause: Parser<Clause>
  noun: Parser<NounMeaning>
} {
  const noun = memo(nounPhrase(own))
  const phrases = phrasesOf(noun)
  const clause = clausePhrase(phrases)
  const clauses = memo(any(clausesSentence(phrases, clause), placeSentence(phrases)))
  const camera = memo(cameraSentence(noun))
  return {
    sentence: memo(
      any(
        lookSentence,
        lightSentence,
        skySentence,
        skyAndLight,
        camera,
        clauses,
        withCamera(clauses, camera),
      ),
    ),
    clause,
    noun,
  }
}

/** `The sky is clear, and bright daylight fills the scene.` */
const skyAndLight: Parser<Sentence> = map(
  all(skySentence, words(', and', 0), lightSentence),
  ([sky, , light]) => ({ kind: 'joined', parts: [sky, light], together: false }),
)

/** Those of whom the clause before it is told. */
const SAME: NounMeaning = { ...NO_NOUN, determiner: 'pronoun', pronoun: 'same', plural: true }

const conjunction = oneOf<Link['how']>({
  before: 'before',
  after: 'after',
  when: 'when',
  'as soon as': 'when',
  'just as': 'when',
  once: 'after',
  until: 'until',
})

/** Clauses joined by `as`, `while`, `before`, `and`, after what tells where or when. */
function clausesSentence(phrases: Phrases, clause: Parser<Clause>): Parser<Sentence> {
  const { predicate, spot } = phrases
  const stopped = map(all(phrases.one, words('has stopped', 0)), ([subject]): Clause => ({
    subject,
    said: [{ text: 'has stopped', what: { does: 'stop' } }],
  }))
  const linked =
    (isMain: boolean) =>
    (how: Link['how'], text: string): Link => ({ text, how, isMain })
  const leads = any<Lead>(
    map(all(some(spot), words(',', 0)), ([told]) => ({
      ...NO_LEAD,
      loose: told.filter(isOfAll),
      own: told.filter((said) => !isOfAll(said)),
    })),
    map(oneWord('meanwhile ,', 'at the same time ,', 'all the while ,'), () => ({
      ...NO_LEAD,
      binds: { does: 'coincide' as const },
    })),
    map(oneWord('after that ,', 'then', 'next ,', 'finally ,'), () => ({
      ...NO_LEAD,
      binds: { does: 'follow' as const },
    })),
    map(all(words('once', 0), stopped, words(',', 0)), ([, first]) => ({
      ...NO_LEAD,
      before: [first],
      binds: { does: 'follow' as const },
    })),
    map(all(oneWord('as', 'while'), clause, words(',', 0)), ([, first]) => ({
      ...NO_LEAD,
      before: [first],
      binds: { does: 'coincide' as const },
    })),
    map(all(conjunction, clause, words(',', 0)), ([how, first]) => ({
      ...NO_LEAD,
      before: [first],
      link: linked(true)(how, how),
    })),
    map(all(conjunction, predicate('ing'), words(',', 0)), ([how, earlier]) => ({
      ...NO_LEAD,
      earlier,
      link: linked(true)(how, how),
    })),
    map(all(any(predicate('ing'), phrases.deeds('past')), words(',', 0)), ([own]) => ({
      ...NO_LEAD,
      own,
    })),
  )
  const lead = map(
    all(maybe(map(all(some(setting), words(',', 0)), ([told]) => told)), maybe(leads)),
    ([loose, told]): Lead => {
      const start = told ?? NO_LEAD
      return { ...start, loose: [...(loose ?? []), ...start.loose] }
    },
  )
  const comma = maybe(words(',', 0))
  const bound = (told: Clause, text: string, what: Happening): Clause => ({
    ...told,
    said: [...told.said, { text, what }],
  })
  const naming = namingPhrase(phrases)
  const told = any(clause, tellingPhrase(phrases))
  const tail = any<Clause>(
    map(all(comma, oneWord('as', 'while'), clause), ([, , one]) =>
      bound(one, 'at the same time', { does: 'coincide' }),
    ),
    map(all(oneWord(', and', 'and', ',', ', but'), told), ([, one]) => one),
    map(all(oneWord(', then', 'and then', ', and then'), clause), ([, one]) => ({
      ...one,
      link: linked(false)('then', 'then'),
    })),
    map(all(comma, conjunction, clause), ([, how, one]) => ({
      ...one,
      link: linked(false)(how, how),
    })),
    map(all(comma, conjunction, predicate('ing')), ([, how, said]) => ({
      subject: [SAME],
      said,
      link: linked(false)(how, how),
    })),
    map(all(comma, words('while', 0), predicate('ing')), ([, , said]) => ({
      subject: [SAME],
      said,
    })),
    map(all(comma, words('with', 0), any(naming, tellingPhrase(phrases))), ([, , one]) => one),
  )
  return map(all(lead, any(told, naming), many(tail)), ([start, first, rest]): Sentence => {
    const { binds } = start
    const main: Clause = {
      subject: start.earlier.length > 0 ? [SAME] : first.subject,
      said: [
        ...start.own,
        ...first.said,
        ...(binds
          ? [{ text: binds.does === 'follow' ? 'after that' : 'meanwhile', what: binds }]
          : []),
      ],
      ...(start.link && { link: start.link }),
    }
    const before =
      start.earlier.length > 0 ? [{ subject: first.subject, said: start.earlier }] : start.before
    return { kind: 'clauses', loose: start.loose, clauses: [...before, main, ...rest] }
  })
}

function isOfAll({ what }: Said): boolean {
  return ['set', 'date', 'be lit', 'be under'].includes(what.does)
}

/** `A park at dusk, with two trees and a pond in the background`. */
function placeSentence(phrases: Phrases): Parser<Sentence> {
  const fragment = any(namingPhrase(phrases), tellingPhrase(phrases))
  const place = tell(oneOf(PLACE_NAMES), (name) => ({ does: 'set', place: name }))
  const more = map(
    all(oneWord(', with', 'with', ', and', ',', 'and'), fragment),
    ([, told]) => told,
  )
  return map(all(place, many(setting), many(more)), ([first, when, clauses]): Sentence => ({
    kind: 'clauses',
    loose: [first, ...when],
    clauses,
  }))
}

/** `A man walks along the path as the camera glides left.` */
function withCamera(clauses: Parser<Sentence>, camera: Parser<Sentence>): Parser<Sentence> {
  const together = any(words('as', true), words('while', true))
  const link = map(all(maybe(words(',', 0)), any(together, words('and', false))), ([, is]) => is)
  const seen = map(
    all(maybe(words(',', 0)), oneWord('seen', 'filmed', 'shot', 'viewed'), viewpoint),
    ([, , said]): Sentence => ({ kind: 'camera', said }),
  )
  return any(
    map(all(clauses, seen), ([first, second]): Sentence => ({
      kind: 'joined',
      parts: [first, second],
      together: false,
    })),
    map(all(clauses, link, camera), ([first, is, second]): Sentence => ({
      kind: 'joined',
      parts: [first, second],
      together: is,
    })),
    map(all(camera, link, clauses), ([first, is, second]): Sentence => ({
      kind: 'joined',
      parts: [first, second],
      together: is,
    })),
    map(all(together, camera, words(',', 0), clauses), ([is, first, , second]): Sentence => ({
      kind: 'joined',
      parts: [first, second],
      together: is,
    })),
  )
}
