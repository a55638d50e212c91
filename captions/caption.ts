import { Random, type Scene } from '#scenes'
import { cameraReport, type CameraReport } from './camera-report.ts'
import { CHINESE } from './chinese/voice.ts'
import { type Claim, round } from './claim.ts'
import { coverageOf } from './coverage.ts'
import { type Question, questionsOf } from './english/questions.ts'
import { type Tag, tagsOf } from './english/tags.ts'
import { ENGLISH } from './english/voice.ts'
import { type Crop, factsOf, type Filmed } from './facts/facts.ts'
import type { Negative } from './negatives.ts'
import { type Book, bookOf } from './plan/book.ts'
import type { FormName } from './plan/form-names.ts'
import { formsOf } from './plan/forms.ts'
import type { Phrase } from './plan/phrase.ts'
import { type Moment, timelineOf } from './plan/timeline.ts'
import type { Voice } from './plan/voice.ts'
import { claimsOf } from './prove.ts'
import { shotOf, shotsOf, windowOf } from './window.ts'

export const VOICES = { en: ENGLISH, zh: CHINESE } as const
export type Lang = keyof typeof VOICES

/** The same in each language; not in Chinese where a noun of it is missing. */
export interface Told<T> {
  en: T
  zh?: T
}

export interface Sentence {
  text: string
  /** Ids of the claims it rests on. */
  claims: string[]
}

export interface Caption {
  text: string
  sentences: Sentence[]
}

/** A rewrite stands in place of our wording, or was refused for a reason; who made it. */
export type Rewrite = ({ kept: true } | { refused: string }) & { model: string }

/** caption.json. `id` is the clip's and set by whoever stores it. */
export interface CaptionFile {
  id: string
  /**
   * Frames [from, to) and crop [x, y, width, height] in pixels that the captions hold for; with `any`, they hold for
   * whichever so many of these frames in a row.
   */
  window: {
    frames: [number, number]
    any?: number
    crop: Crop
  }
  /** What the camera did, measured on its poses, shot by shot. */
  camera: CameraReport
  claims: Claim[]
  /** Chinese is missing where an actor that is seen has no Chinese noun. */
  captions: { en: Record<FormName, Caption>; zh?: Record<FormName, Caption> }
  /** Keywords: who is seen, what they do, camera, place, light, look. */
  tags: Tag[]
  timeline: Moment[]
  /** With their exact answers; of a clip with cuts none, for what is so in one shot may not be in another. */
  questions: Question[]
  /** Captions that are false by one claim, where they were asked for. */
  negatives?: Negative[]
  /** What became of the forms that a language model was asked to word anew. */
  rewrites?: Partial<Record<FormName, Rewrite>>
  stats: {
    claims: number
    verified: number
    /** Claims that the pixels contradicted; they are in no sentence. */
    refuted: number
    words: Record<FormName, number>
    /** Of the Chinese captions. */
    characters?: Record<FormName, number>
    /** Share of what a viewer sees that `dense` mentions, as we word it. */
    coverage: number
  }
}

/** One shot: what is told of it, and where it is in the clip. */
export interface Part {
  book: Book
  claims: Claim[]
  from: number
}

/**
 * Captions of one clip: claims are made, each is put to the proof, and sentences are made of what held. Every shot is
 * looked at by itself, so that nothing is claimed across a cut.
 * @param window frames [from, to) that the captions are about; default is all of them
 */
export function captionScene(
  filmed: Filmed,
  window: [from: number, to: number] = [0, filmed.take.frames],
): CaptionFile {
  const { scene } = filmed
  const [begin, end] = window
  const seen = windowOf(filmed, begin, end)
  const parts = partsOf(seen).map((part) => ({ ...part, from: part.from + begin }))
  const books = parts.map(({ book }) => book)
  const captions = captionsOf(formsIn(books, scene))
  return {
    id: '',
    window: { frames: [begin, end], crop: cropOf(filmed) },
    camera: cameraReport(seen, books, begin),
    claims: parts.flatMap(({ claims, from }) => claims.map((claim) => later(claim, from))),
    captions,
    tags: tagsOf(books),
    timeline: parts.flatMap(({ book, from }) =>
      timelineOf(book, { en: ENGLISH, ...(captions.zh && { zh: CHINESE }) }).map((moment) => ({
        ...moment,
        t: laterBy(moment.t, from, scene),
      })),
    ),
    questions: books.length === 1 ? books.flatMap(questionsOf) : [],
    stats: statsOf(parts, captions),
  }
}

function partsOf(filmed: Filmed): Part[] {
  let number = 0
  return shotsOf(filmed).map(({ from }, shot) => {
    const facts = factsOf(shotOf(filmed, shot))
    const claims = claimsOf(facts, number)
    number += claims.length
    return { book: bookOf(claims, facts), claims, from }
  })
}

/** In frames of the clip instead of the shot. */
function later(claim: Claim, from: number): Claim {
  return { ...claim, frames: [claim.frames[0] + from, claim.frames[1] + from] }
}

function laterBy([a, b]: [number, number], from: number, { clip }: Scene): [number, number] {
  return [round(a + from / clip.fps), round(b + from / clip.fps)]
}

/** The part of the picture that captions are about. */
export function cropOf({ crop, scene: { clip } }: Filmed): Crop {
  return crop ?? [0, 0, clip.width, clip.height]
}

/** Every form in every language, in words that the scene's seed picks. */
export function formsIn(
  books: readonly Book[],
  { seed, name }: Scene,
): Told<Record<FormName, Phrase[]>> {
  const told = (lang: Lang) =>
    formsOf(books, Random.of(seed).fork(`captions/${lang}`).fork(name), VOICES[lang])
  return { en: told('en'), ...(books.every(hasChinese) && { zh: told('zh') }) }
}

/** Has every actor that may be named a Chinese noun? */
function hasChinese({ facts }: Book): boolean {
  return facts.members.every(({ noun }) => noun.zh !== null)
}

export function captionsOf({ en, zh }: Told<Record<FormName, Phrase[]>>): CaptionFile['captions'] {
  const all = (forms: Record<FormName, Phrase[]>, voice: Voice) =>
    Object.fromEntries(
      Object.entries(forms).map(([form, sentences]) => [form, captionOf(sentences, voice)]),
    ) as Record<FormName, Caption> // of the same forms
  return { en: all(en, VOICES.en), ...(zh && { zh: all(zh, VOICES.zh) }) }
}

function captionOf(sentences: Phrase[], { joined }: Voice): Caption {
  return {
    text: joined(sentences.map(({ text }) => text)),
    sentences: sentences.map(({ text, claims }) => ({ text, claims: [...claims].sort(byNumber) })),
  }
}

export function statsOf(parts: Part[], { en, zh }: CaptionFile['captions']): CaptionFile['stats'] {
  const lengths = (captions: Record<FormName, Caption>, { lengthOf }: Voice) =>
    Object.fromEntries(
      Object.entries(captions).map(([form, { text }]) => [form, lengthOf(text)]),
    ) as Record<FormName, number>
  const claims = parts.flatMap((part) => part.claims)
  const said = en.dense.sentences.flatMap((sentence) => sentence.claims)
  const covered = parts.map((part) => coverageOf(said, part.claims, part.book.facts))
  return {
    claims: claims.length,
    verified: claims.filter(({ status }) => status === 'verified').length,
    refuted: claims.filter(({ status }) => status === 'refuted').length,
    words: lengths(en, ENGLISH),
    ...(zh && { characters: lengths(zh, CHINESE) }),
    coverage: round(covered.reduce((sum, share) => sum + share, 0) / covered.length),
  }
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}
