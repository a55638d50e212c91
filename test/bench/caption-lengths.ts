import type { CaptionFile } from '#captions'
import type { PredicateName } from '../../captions/claim.ts'
import type { Facts } from '../../captions/facts/facts.ts'
import { CHINESE } from '../../captions/chinese/voice.ts'
import { ENGLISH } from '../../captions/english/voice.ts'

const VOICES = { en: ENGLISH, zh: CHINESE }

/** Different statements below which a form may be shorter than its range. */
const ENOUGH = { short: 1, default: 6, dense: 14 } as const

/** What a viewer would name is at least so salient. */
const SALIENT = 0.3

/** Told by naming someone or by the order of sentences, in no words of their own. */
const SILENT: readonly PredicateName[] = ['exists', 'order', 'starts', 'larger', 'look']

/** Verified claims worth telling; what is alike of many of one noun is one. */
export function salientClaims(file: CaptionFile, facts: Facts): number {
  const nameOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(nameOf)
      : (facts.members.find(({ id }) => id === value)?.noun.en ?? value)
  const different = file.claims
    .filter(
      ({ status, salience, predicate }) =>
        status === 'verified' && salience >= SALIENT && !SILENT.includes(predicate),
    )
    .map(({ predicate, args }) => JSON.stringify([predicate, Object.values(args).map(nameOf)]))
  return new Set(different).size
}

/** Whether short, default and dense keep their ranges, as far as there is enough to tell. */
export function lengthsKept(lang: 'en' | 'zh', file: CaptionFile, salient: number): boolean[] {
  const voice = VOICES[lang]
  const forms = file.captions[lang]
  if (!forms) return []
  return (['short', 'default', 'dense'] as const).map((form) => {
    const [least, most] = voice.lengths[form]
    const length = voice.lengthOf(forms[form].text)
    return length <= most && (length >= least || salient < ENOUGH[form])
  })
}
