import type { Clause, Happening, NounMeaning, Said, Sentence } from '../meaning.ts'
import { all, any, many, map, maybe, type Parser } from '../parser.ts'
import { cameraSentence } from './camera.ts'
import { anyOf, chars } from './characters.ts'
import { clausePhrase } from './clauses.ts'
import { lightSentence, lookSentence, skySentence } from './light.ts'
import { nounPhrase } from './nouns.ts'
import { setting } from './places.ts'

/** Every complete reading of a Chinese sentence about this clip's nouns; none when some character has no place in it. */
export function chineseGrammarOf(own: readonly string[]): {
  sentence: Parser<Sentence>
  clause: Parser<Clause>
  noun: Parser<NounMeaning>
} {
  const noun = nounPhrase(own)
  const clause = clausePhrase(noun)
  return {
    sentence: any(
      lookSentence,
      lightSentence,
      skySentence,
      cameraSentence(noun),
      clausesSentence(noun, clause),
    ),
    clause,
    noun,
  }
}

interface Lead {
  loose: Said[]
  before: Clause[]
  binds: Happening | null
}

/** Clauses one after the other, after what tells where or when. */
function clausesSentence(noun: Parser<NounMeaning>, clause: Parser<Clause>): Parser<Sentence> {
  const bind = (told: Clause, binds: Happening | null): Clause =>
    binds
      ? {
          ...told,
          said: [...told.said, { text: binds.does === 'follow' ? '之后' : '同时', what: binds }],
        }
      : told
  const comma = chars('，', 0)
  const stopped = map(all(noun, anyOf('停下后|停下之后', 0)), ([one]): Clause => ({
    subject: [one],
    said: [{ text: '停下', what: { does: 'stop' } }],
  }))
  const none: Lead = { loose: [], before: [], binds: null }
  const lead = any<Lead>(
    map(all(setting, comma), ([loose]) => ({ ...none, loose })),
    map(all(anyOf('与此同时|同时', 0), comma), () => ({
      ...none,
      binds: { does: 'coincide' as const },
    })),
    map(all(anyOf('之后|随后', 0), comma), () => ({ ...none, binds: { does: 'follow' as const } })),
    map(all(stopped, comma), ([first]) => ({
      ...none,
      before: [first],
      binds: { does: 'follow' as const },
    })),
  )
  const joint = map(all(comma, maybe(anyOf('同时|与此同时', true))), ([, together]) => together)
  const next = map(all(joint, maybe(chars('而', 0)), clause), ([together, , told]) =>
    bind(told, together ? { does: 'coincide' } : null),
  )
  return map(all(maybe(lead), clause, many(next)), ([start, first, rest]): Sentence => ({
    kind: 'clauses',
    loose: start?.loose ?? [],
    clauses: [...(start?.before ?? []), bind(first, start?.binds ?? null), ...rest],
  }))
}
