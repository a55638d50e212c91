import type { PredicateName } from '../../../captions/claim.ts'
import type { StoredClaim } from '../clip.ts'
import { CAMERA } from './camera.ts'
import { CHINESE } from './chinese.ts'
import { DEEDS } from './deeds.ts'
import { LOOKS } from './looks.ts'
import { PLACES } from './places.ts'
import { WAYS } from './ways.ts'
import type { Flip, Flips, FlipTable } from './flip.ts'

const ENGLISH: FlipTable = { ...LOOKS, ...DEEDS, ...WAYS, ...PLACES, ...CAMERA }

const FLIPS = { en: ENGLISH, zh: CHINESE }

/** Every word of a claim that can be told otherwise in a language. */
export function flipsOf({ predicate, args }: StoredClaim, lang: 'en' | 'zh' = 'en'): Flip[] {
  // Predicate and arguments belong together by the type of the claim, which a lookup loses.
  const flips = FLIPS[lang][predicate] as Flips<PredicateName> | undefined
  return (flips?.(args) ?? []).filter((flip) => flip !== undefined)
}

/** The text with that one word exchanged; undefined where it stands there not once. */
export function flipped(
  text: string,
  { from, to }: Flip,
  lang: 'en' | 'zh' = 'en',
): string | undefined {
  // Characters run on without a gap.
  const found = [...text.matchAll(new RegExp(lang === 'en' ? `\\b${from}(?![\\w-])` : from, 'g'))]
  const [match] = found
  if (found.length !== 1 || !match) return undefined
  const put = to.replace('$1', match[1] ?? '')
  // At the beginning of a sentence it stays that.
  const begun = /^[A-Z]/.test(match[0]) ? put.charAt(0).toUpperCase() + put.slice(1) : put
  return text.slice(0, match.index) + begun + text.slice(match.index + match[0].length)
}
