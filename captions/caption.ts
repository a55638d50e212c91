import { Random } from '#scenes'
import type { Claim } from './claim.ts'
import { englishForms, type FormName } from './english/forms.ts'
import { bookOf } from './english/book.ts'
import { wordsIn, type Phrase } from './english/phrase.ts'
import { factsOf, type Facts, type Filmed } from './facts/facts.ts'
import { claimsOf } from './prove.ts'
import { coverageOf } from './coverage.ts'
import { timelineOf, type Moment } from './english/timeline.ts'

export interface Sentence {
  text: string
  /** Ids of the claims it rests on. */
  claims: string[]
}

export interface Caption {
  text: string
  sentences: Sentence[]
}

/** caption.json. `id` is the clip's and set by whoever stores it. */
export interface CaptionFile {
  id: string
  /** Frames [from, to) and crop [x, y, width, height] in pixels that the captions hold for. */
  window: { frames: [number, number]; crop: [number, number, number, number] }
  claims: Claim[]
  captions: { en: Record<FormName, Caption> }
  timeline: Moment[]
  stats: {
    claims: number
    verified: number
    /** Claims that the pixels contradicted; they are in no sentence. */
    refuted: number
    words: Record<FormName, number>
    /** Share of what a viewer sees that `dense` mentions. */
    coverage: number
  }
}

/** Captions of one clip: claims are made, each is put to the proof, and sentences are made of what held. */
export function captionScene(filmed: Filmed): CaptionFile {
  const facts = factsOf(filmed)
  const claims = claimsOf(facts)
  const book = bookOf(claims, facts)
  const forms = englishForms(
    book,
    Random.of(facts.scene.seed).fork('captions/en').fork(facts.scene.name),
  )
  const en = Object.fromEntries(
    Object.entries(forms).map(([form, sentences]) => [form, captionOf(sentences)]),
  ) as Record<FormName, Caption>
  const { width, height } = facts.scene.clip
  return {
    id: '',
    window: { frames: [0, facts.frames], crop: [0, 0, width, height] },
    claims,
    captions: { en },
    timeline: timelineOf(book),
    stats: statsOf(claims, en, facts),
  }
}

function captionOf(sentences: Phrase[]): Caption {
  return {
    text: sentences.map(({ text }) => text).join(' '),
    sentences: sentences.map(({ text, claims }) => ({ text, claims: [...claims].sort(byNumber) })),
  }
}

function statsOf(
  claims: Claim[],
  en: Record<FormName, Caption>,
  facts: Facts,
): CaptionFile['stats'] {
  const words = Object.fromEntries(
    Object.entries(en).map(([form, { text }]) => [form, wordsIn(text)]),
  ) as Record<FormName, number>
  return {
    claims: claims.length,
    verified: claims.filter(({ status }) => status === 'verified').length,
    refuted: claims.filter(({ status }) => status === 'refuted').length,
    words,
    coverage: coverageOf(
      en.dense.sentences.flatMap((sentence) => sentence.claims),
      claims,
      facts,
    ),
  }
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}
