import { cameraSentence } from './camera-grammar.ts'
import { clausePhrase } from './clause-grammar.ts'
import { lightSentence, lookSentence, skySentence } from './light-grammar.ts'
import type { Clause, Happening, NounMeaning, Said, Sentence } from './meaning.ts'
import { nounPhrase, type Spelling } from './nouns.ts'
import { all, any, many, map, maybe, words, type Parser } from './parser.ts'
import { setting } from './place-grammar.ts'

/** Every complete reading of a sentence about this clip's nouns; none when some word has no place in it. */
export function grammarOf(own: Spelling[]): {
  sentence: Parser<Sentence>
  clause: Parser<Clause>
  noun: Parser<NounMeaning>
} {
  const noun = nounPhrase(own)
  const clause = clausePhrase(noun)
  const clauses = clausesSentence(noun, clause)
  return {
    sentence: any(lookSentence, lightSentence, skySentence, cameraSentence(noun), clauses),
    clause,
    noun,
  }
}

/** Clauses joined by `as`, `while` and `and`, after what tells where or when. */
function clausesSentence(noun: Parser<NounMeaning>, clause: Parser<Clause>): Parser<Sentence> {
  const one = map(noun, (value) => [value])
  const while_ = map(all(any(words('as', 0), words('while', 0)), clause), ([, told]): Clause => ({
    ...told,
    said: [...told.said, { text: 'at the same time', what: { does: 'coincide' } }],
  }))
  const and = map(all(words(', and', 0), clause), ([, told]) => told)
  const stopped = map(
    all(words('once', 0), one, words('has stopped', 0)),
    ([, subject]): Clause => ({ subject, said: [{ text: 'has stopped', what: { does: 'stop' } }] }),
  )
  const lead = any<{ loose: Said[]; before: Clause[]; binds: Happening | null }>(
    map(all(setting, many(setting), words(',', 0)), ([first, rest]) => ({
      loose: [first, ...rest],
      before: [],
      binds: null,
    })),
    map(any(words('meanwhile ,', 0), words('at the same time ,', 0)), () => ({
      loose: [],
      before: [],
      binds: { does: 'coincide' as const },
    })),
    map(any(words('after that ,', 0), words('then', 0)), () => ({
      loose: [],
      before: [],
      binds: { does: 'follow' as const },
    })),
    map(all(stopped, words(',', 0)), ([first]) => ({
      loose: [],
      before: [first],
      binds: { does: 'follow' as const },
    })),
  )
  return map(all(maybe(lead), clause, many(any(while_, and))), ([start, first, rest]): Sentence => {
    const bound = start?.binds
      ? {
          ...first,
          said: [
            ...first.said,
            {
              text: start.binds.does === 'follow' ? 'after that' : 'meanwhile',
              what: start.binds,
            },
          ],
        }
      : first
    return {
      kind: 'clauses',
      loose: start?.loose ?? [],
      clauses: [...(start?.before ?? []), bound, ...rest],
    }
  })
}
