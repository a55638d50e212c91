import pluralize from 'pluralize'
import type { CastMember } from '#scenes'
import { KIND_WORDS, type KindWords } from '../words/kinds.ts'
import { classOf } from '../words/nouns.ts'

/** What captions call an actor. */
export interface NounWords {
  en: string
  plural: string
  /** Of the author, not of the kind. */
  given: boolean
  /** `he`, `she`, `it`: only for nouns that say so; a person without one is never a pronoun. */
  pronoun: 'he' | 'she' | 'it' | null
}

export function nounOf({ noun, kind }: CastMember): NounWords {
  const words = KIND_WORDS[kind as keyof typeof KIND_WORDS] as KindWords // the cast holds kinds of the schema only
  const en = noun?.en ?? words.en
  const plural = noun?.plural ?? (noun ? pluralOf(en) : (words.plural ?? pluralOf(en)))
  return { en, plural, given: noun !== undefined, pronoun: pronounOf(en) }
}

/** `woman in a red coat` -> `women in red coats`. */
function pluralOf(noun: string): string {
  const [, head, rest] = /^(.*?)( (?:in|with|of|on) .*)?$/.exec(noun) as RegExpExecArray
  const tail = (rest ?? '').replace(/\b(in|with) an? (.+)$/, (_, link: string, thing: string) => `${link} ${pluralize(thing)}`)
  return pluralize(head ?? noun) + tail
}

function pronounOf(noun: string): NounWords['pronoun'] {
  if (/^(?:\w+ )?(?:woman|girl|lady)\b/.test(noun)) return 'she'
  if (/^(?:\w+ )?(?:man|boy|gentleman)\b/.test(noun)) return 'he'
  return classOf(noun) === 'person' ? null : 'it'
}
