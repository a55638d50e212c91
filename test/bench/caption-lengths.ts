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

/** What happens to many as one, and what then goes without saying of each of them. */
const WHOLE: readonly PredicateName[] = ['knocks', 'chain', 'collapses', 'relays', 'pockets']
const OF_EACH: readonly PredicateName[] = ['hits', 'topples', 'moves', 'stops']

/** Verified claims worth telling; what is alike of many of one noun is one, and what another claim says already is none. */
export function salientClaims(file: CaptionFile, facts: Facts): number {
  const verified = file.claims.filter(({ status }) => status === 'verified')
  const told = new Set(
    verified
      .filter(({ predicate }) => WHOLE.includes(predicate))
      .flatMap(({ args }) => [
        ...('actors' in args ? args.actors : []),
        ...('others' in args ? args.others : []),
      ]),
  )
  const goesWithoutSaying = ({ predicate, args }: (typeof verified)[number]) => {
    const whom =
      'other' in args && predicate === 'hits' ? args.other : 'actor' in args && args.actor
    if (OF_EACH.includes(predicate) && typeof whom === 'string' && told.has(whom)) return true
    // That things stand on the ground and roll across the floor.
    const base = 'other' in args && typeof args.other === 'string' && facts.member(args.other)
    const floor = base && (base.class === 'room' || base.kind === 'ground')
    return (
      Boolean(floor) && (predicate === 'place' || (predicate === 'over' && told.has(String(whom))))
    )
  }
  const nameOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(nameOf)
      : (facts.members.find(({ id }) => id === value)?.noun.en ?? value)
  const different = verified
    .filter(
      (claim) =>
        claim.salience >= SALIENT && !SILENT.includes(claim.predicate) && !goesWithoutSaying(claim),
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
