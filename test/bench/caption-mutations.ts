import type { CaptionFile, PhraseVerdict } from '#captions'
import type { Clip, StoredClaim } from '../oracle/clip.ts'
import { flipped, flipsOf } from '../oracle/flips/index.ts'
import { rule } from '../oracle/rules/index.ts'

export interface Mutations {
  /** Captions with one fact exchanged that the oracle agrees is false now. */
  flipped: number
  /** Of those, refuted by the checker. */
  caught: number
  /** Of those, what the checker did not refute. */
  missed: string[]
  /** The same two numbers for each predicate whose words were exchanged. */
  each: Record<string, { flipped: number; caught: number }>
}

const FORMS = ['short', 'default', 'dense'] as const

/** Exchanges one fact at a time in the captions of a clip of one shot in one language, and asks who notices. */
export function mutationsIn(
  lang: 'en' | 'zh',
  file: CaptionFile,
  clip: Clip,
  check: (text: string) => PhraseVerdict[],
): Mutations {
  const result: Mutations = { flipped: 0, caught: 0, missed: [], each: {} }
  const captions = file.captions[lang]
  if (clip.parts().length > 1 || !captions) return result
  const known = new Map(clip.claims.map((claim) => [claim.id, claim]))
  // Chinese sentences stand without a gap.
  const gap = lang === 'en' ? ' ' : ''
  for (const form of FORMS) {
    const { sentences } = captions[form]
    for (const [at, { text, claims }] of sentences.entries())
      for (const id of claims)
        for (const flip of flipsOf(known.get(id) as StoredClaim, lang)) {
          const changed = flipped(text, flip, lang)
          if (changed === undefined) continue
          const told = known.get(id) as StoredClaim
          const { predicate = told.predicate, args } = flip
          const claim = { ...told, predicate, args } as StoredClaim
          // A third opinion: code that neither wrote nor reads captions.
          if (rule(claim, clip).answer !== 'false') continue
          const verdicts = check(
            sentences.map((one, i) => (i === at ? changed : one.text)).join(gap),
          )
          const row = (result.each[told.predicate] ??= { flipped: 0, caught: 0 })
          result.flipped++
          row.flipped++
          if (verdicts.some(({ status }) => status === 'refuted')) {
            result.caught++
            row.caught++
          } else
            result.missed.push(
              `${form}, ${told.predicate}, ${flip.kind}: ${changed} (${verdicts
                .filter(({ status }) => status !== 'verified')
                .map(({ status, text: phrase }) => `${status} ${phrase}`)
                .join('; ')})`,
            )
        }
  }
  return result
}
