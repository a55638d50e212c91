import { Random, type Scene } from '#scenes'
import { cameraReport, type CameraReport } from './camera-report.ts'
import { round, type Claim } from './claim.ts'
import { englishForms } from './english/forms.ts'
import type { FormName } from './english/lengths.ts'
import { bookOf, type Book } from './english/book.ts'
import { wordsIn, type Phrase } from './english/phrase.ts'
import { factsOf, type Crop, type Filmed } from './facts/facts.ts'
import { claimsOf } from './prove.ts'
import { coverageOf } from './coverage.ts'
import { questionsOf, type Question } from './english/questions.ts'
import { tagsOf, type Tag } from './english/tags.ts'
import { timelineOf, type Moment } from './english/timeline.ts'
import type { Negative } from './negatives.ts'
import { shotOf, shotsOf, windowOf } from './window.ts'

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
  captions: { en: Record<FormName, Caption> }
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
  const en = captionsOf(formsOf(books, scene))
  return {
    id: '',
    window: { frames: [begin, end], crop: cropOf(filmed) },
    camera: cameraReport(seen, books, begin),
    claims: parts.flatMap(({ claims, from }) => claims.map((claim) => later(claim, from))),
    captions: { en },
    tags: tagsOf(books),
    timeline: parts.flatMap(({ book, from }) =>
      timelineOf(book).map((moment) => ({ ...moment, t: laterBy(moment.t, from, scene) })),
    ),
    questions: books.length === 1 ? books.flatMap(questionsOf) : [],
    stats: statsOf(parts, en),
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

/** Every form, in words that the scene's seed picks. */
export function formsOf(books: readonly Book[], { seed, name }: Scene): Record<FormName, Phrase[]> {
  return englishForms(books, Random.of(seed).fork('captions/en').fork(name))
}

export function captionsOf(forms: Record<FormName, Phrase[]>): Record<FormName, Caption> {
  return Object.fromEntries(
    Object.entries(forms).map(([form, sentences]) => [form, captionOf(sentences)]),
  ) as Record<FormName, Caption> // the same keys
}

function captionOf(sentences: Phrase[]): Caption {
  return {
    text: sentences.map(({ text }) => text).join(' '),
    sentences: sentences.map(({ text, claims }) => ({ text, claims: [...claims].sort(byNumber) })),
  }
}

export function statsOf(parts: Part[], en: Record<FormName, Caption>): CaptionFile['stats'] {
  const words = Object.fromEntries(
    Object.entries(en).map(([form, { text }]) => [form, wordsIn(text)]),
  ) as Record<FormName, number>
  const claims = parts.flatMap((part) => part.claims)
  const said = en.dense.sentences.flatMap((sentence) => sentence.claims)
  const covered = parts.map((part) => coverageOf(said, part.claims, part.book.facts))
  return {
    claims: claims.length,
    verified: claims.filter(({ status }) => status === 'verified').length,
    refuted: claims.filter(({ status }) => status === 'refuted').length,
    words,
    coverage: round(covered.reduce((sum, share) => sum + share, 0) / covered.length),
  }
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}
