import { cameraReport } from './camera-report.ts'
import { captionsOf, cropOf, formsIn, statsOf, VOICES, type CaptionFile } from './caption.ts'
import type { Claim } from './claim.ts'
import { questionsOf, type Question } from './english/questions.ts'
import { tagsOf } from './english/tags.ts'
import { factsOf, type Facts, type Filmed } from './facts/facts.ts'
import { bookOf } from './plan/book.ts'
import type { FormName } from './plan/form-names.ts'
import type { Phrase } from './plan/phrase.ts'
import type { Voice } from './plan/voice.ts'
import { claimsOf } from './prove.ts'
import type { Checked } from './verify/verdict.ts'
import { textReader } from './verify/text.ts'
import { windowOf } from './window.ts'

/**
 * Captions for those who train on `length` frames that begin anywhere: only what is so in every window. Each window is looked at
 * as a clip of its own; claims and questions are those that all of them have, and a sentence stays when the
 * checker finds it true in all of them. There is no timeline, for nothing has one time in all.
 * @param filmed without cuts in these frames
 * @param frames [from, to) in which the windows lie
 * @param every of so many windows one is looked at, and the last: what is so in two of them is hardly ever otherwise between
 */
export function captionAnyStart(
  filmed: Filmed,
  length: number,
  [from, to]: [from: number, to: number] = [0, filmed.take.frames],
  every = 1,
): CaptionFile {
  const { scene } = filmed
  const windows = windowsOf(filmed, length, [from, to], every)
  const looks = windows.map(lookAt)
  // The words are found for the one in the middle: it has most in common with the others.
  const middle = looks[looks.length >> 1] as Look
  const claims = middle.claims.flatMap((claim) => inAll(claim, looks) ?? [])
  const numbered = claims.map((claim, i) => ({ ...claim, id: `c${i + 1}` }))
  const facts = { ...middle.facts, members: seenInAll(middle.facts, looks) }
  const book = bookOf(numbered, facts)
  const readers = windows.map(textReader)
  const kept = (forms: Record<FormName, Phrase[]>, voice: Voice) =>
    Object.fromEntries(
      Object.entries(forms).map(([form, sentences]) => [
        form,
        trueInAll(sentences, readers, voice),
      ]),
    ) as Record<FormName, Phrase[]> // the same keys
  const { en, zh } = formsIn([book], scene)
  const captions = captionsOf({
    en: kept(en, VOICES.en),
    ...(zh && { zh: kept(zh, VOICES.zh) }),
  })
  const whole = windowOf(filmed, from, to)
  return {
    id: '',
    window: { frames: [from, to], any: length, crop: cropOf(filmed) },
    camera: cameraReport(whole, [bookOf([], factsOf(whole))], from),
    // Each window has its own moment of it.
    claims: numbered.map((claim) => ({ ...claim, frames: [from, to] })),
    captions,
    tags: tagsOf([book]),
    timeline: [],
    questions: questionsOf(book).filter((question) =>
      looks.every(({ questions }) => questions.has(keyOfQuestion(question))),
    ),
    stats: statsOf([{ book, claims: numbered, from }], captions),
  }
}

/** `length` frames in a row of those from one to another: every one of them, or every so many and the last. */
export function windowsOf(
  filmed: Filmed,
  length: number,
  [from, to]: [number, number],
  every = 1,
): Filmed[] {
  const last = to - length
  const starts = Array.from({ length: last - from + 1 }, (_, i) => from + i)
  return starts
    .filter((start) => (start - from) % every === 0 || start === last)
    .map((start) => windowOf(filmed, start, start + length))
}

/** One window as a clip of its own. */
interface Look {
  facts: Facts
  claims: Claim[]
  proven: Map<string, Claim>
  questions: Set<string>
}

function lookAt(window: Filmed): Look {
  const facts = factsOf(window)
  const claims = claimsOf(facts).filter(({ status }) => status === 'verified')
  return {
    facts,
    claims,
    proven: new Map(claims.map((claim) => [keyOf(claim), claim])),
    questions: new Set(questionsOf(bookOf(claims, facts)).map(keyOfQuestion)),
  }
}

/** The claim with the weakest of its proofs; undefined where a window does not prove it. */
function inAll(claim: Claim, looks: readonly Look[]): Claim | undefined {
  const key = keyOf(claim)
  const proofs = looks.flatMap(({ proven }) => proven.get(key) ?? [])
  if (proofs.length < looks.length) return undefined
  const { margin, evidence } = proofs.reduce((a, b) => (b.margin < a.margin ? b : a))
  return { ...claim, margin, evidence }
}

function seenInAll({ members }: Facts, looks: readonly Look[]): Facts['members'] {
  const ids = looks.map(({ facts }) => new Set(facts.members.map(({ id }) => id)))
  return members.filter(({ id }) => ids.every((seen) => seen.has(id)))
}

/** Left are the sentences that are true in every window, each read after those before it. */
function trueInAll(
  sentences: readonly Phrase[],
  readers: readonly ((text: string) => Checked[])[],
  { joined }: Voice,
): Phrase[] {
  let left = [...sentences]
  // Without one, the others are another text, and every window reads it again.
  for (let i = 0, agreed = 0; left.length > 0 && agreed < readers.length; i++) {
    const checked = readers[i % readers.length]?.(joined(left.map(({ text }) => text))) ?? []
    const kept = left.filter((_, at) =>
      checked[at]?.verdicts.every(({ status }) => status === 'verified'),
    )
    agreed = kept.length === left.length ? agreed + 1 : 0
    left = kept
  }
  return left
}

/** What is said of whom, whenever. */
function keyOf({ predicate, args }: Claim): string {
  return JSON.stringify([predicate, Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1))])
}

function keyOfQuestion({ q, a }: Question): string {
  return `${q} ${a}`
}
