import pluralize from 'pluralize'
import type { Actor, CastMember } from '#scenes'
import { kindWords } from '../words/kinds.ts'
import { measureOf } from '../words/measures.ts'
import { classOf } from '../words/nouns.ts'

/** What captions call an actor. */
export interface NounWords {
  en: string
  plural: string
  /** Null where the author gave an English noun without a Chinese one. */
  zh: string | null
  /** The measure word that counts it in Chinese. */
  measure: string
  /** Of the author, not of the kind. */
  given: boolean
  /** A colour that goes without saying; null when none does. */
  usual: string | null
  /** `he`, `she`, `it`: only for nouns that say so; a person without one is never a pronoun. */
  pronoun: 'he' | 'she' | 'it' | null
}

/** @param actor the actor that the member is, or the first one of its group. */
export function nounOf({ noun, kind }: Pick<CastMember, 'noun' | 'kind'>, actor: Actor): NounWords {
  const words = kindWords(kind === 'group' ? { ...actor, kind: 'group', children: [] } : actor)
  const en = noun?.en ?? words.en
  const plural = noun?.plural ?? (noun ? pluralOf(en) : (words.plural ?? pluralOf(en)))
  return {
    en,
    plural,
    zh: noun ? (noun.zh ?? null) : words.zh,
    measure: noun?.measure ?? (noun ? measureOf(en) : words.measure),
    given: noun !== undefined,
    usual: words.usual ?? null,
    pronoun: pronounOf(en),
  }
}

/** Grass and the like, of which nobody counts pieces; deer and sheep are counted although their plural is the same word. */
export function isStuff({ en, plural }: NounWords): boolean {
  return en === plural && classOf(en) !== 'animal'
}

/** `woman in a red coat` -> `women in red coats`. */
function pluralOf(noun: string): string {
  const [, head, rest] = /^(.*?)( (?:in|with|of|on) .*)?$/.exec(noun) as RegExpExecArray
  const tail = (rest ?? '').replace(
    /\b(in|with) an? (.+)$/,
    (_, link: string, thing: string) => `${link} ${pluralize(thing)}`,
  )
  return pluralize(head ?? noun) + tail
}

function pronounOf(noun: string): NounWords['pronoun'] {
  if (/^(?:\w+ )?(?:woman|girl|lady)\b/.test(noun)) return 'she'
  if (/^(?:\w+ )?(?:man|boy|gentleman)\b/.test(noun)) return 'he'
  return classOf(noun) === 'person' ? null : 'it'
}
