import type { Member } from '../../captions/facts/member.ts'
import { CHINESE_COLORS } from '../../captions/words/chinese-colors.ts'
import { COLOR_WORDS } from '../../captions/words/colors.ts'
import { SURFACE_WORDS } from '../../captions/words/surfaces.ts'

/** How captions of one template vary when everything particular is masked. */
export interface Skeletons {
  captions: number
  distinct: number
  /** Share of the commonest skeleton, and of the commonest first three words. */
  commonest: number
  opening: number
}

const ENGLISH = [
  ...Object.keys(COLOR_WORDS),
  ...Object.values(SURFACE_WORDS).flatMap(({ adjective }) => adjective ?? []),
  ...'colorful cardboard small large long short slightly high low bright soft warm stylized clean'.split(
    ' ',
  ),
  ...'one two three four five six seven eight nine ten dozen dozens several some most all first last'.split(
    ' ',
  ),
  ...'left right toward away up down in out top bottom front behind'.split(' '),
]
const CHINESE = [
  ...Object.values(CHINESE_COLORS),
  ...'一二两三四五六七八九十几多些全左右上下前后内外里'.split(''),
]

/** A caption with nouns, adjectives, numbers and directions masked. */
export function skeletonOf(lang: 'en' | 'zh', text: string, members: readonly Member[]): string {
  const nouns = members.flatMap(({ noun }) =>
    lang === 'en'
      ? [noun.en, noun.plural, ...noun.en.split(' '), ...noun.plural.split(' ')]
      : (noun.zh ?? []),
  )
  const masked = [...(lang === 'en' ? ENGLISH : CHINESE), ...nouns]
    .filter((word) => word.length > 0)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern =
    lang === 'en'
      ? new RegExp(`\\b(?:${masked.join('|')})\\b`, 'gi')
      : new RegExp(masked.join('|'), 'g')
  return text.replace(pattern, '_').replace(/_(?:[ -]?_)+/g, '_')
}

export function skeletonsOf(
  told: readonly { text: string; skeleton: string }[],
  lang: 'en' | 'zh',
): Skeletons {
  const openings = told.map(({ text }) =>
    lang === 'en' ? text.split(' ').slice(0, 3).join(' ') : text.slice(0, 5),
  )
  const skeletons = told.map(({ skeleton }) => skeleton)
  return {
    captions: told.length,
    distinct: new Set(skeletons).size,
    commonest: commonest(skeletons),
    opening: commonest(openings),
  }
}

function commonest(all: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return Math.max(0, ...counts.values()) / Math.max(1, all.length)
}

/** Share of the texts that have a partner with 5-grams in common: Jaccard >= 0.8. */
export function nearDuplicates(lang: 'en' | 'zh', texts: readonly string[]): number {
  const grams = texts.map((text) => {
    const units = lang === 'en' ? text.toLowerCase().split(/\W+/) : Array.from(text)
    return new Set(units.slice(4).map((_, i) => units.slice(i, i + 5).join(' ')))
  })
  const paired = grams.filter((one, i) =>
    grams.some((other, j) => i !== j && jaccard(one, other) >= 0.8),
  )
  return paired.length / Math.max(1, texts.length)
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((gram) => b.has(gram)).length
  return shared / Math.max(1, a.size + b.size - shared)
}
