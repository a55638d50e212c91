import type { Caption, Sentence } from '../caption.ts'
import { LENGTHS } from '../english/lengths.ts'
import { wordsIn } from '../english/phrase.ts'
import type { Filmed } from '../facts/facts.ts'
import type { FormName } from '../plan/form-names.ts'
import type { Statement } from './statements.ts'
import { textReader } from './text.ts'
import type { Checked, PhraseVerdict } from './verdict.ts'

/** A rewrite that says nothing but what ours says, or why it may not stand in its place. */
export type Passed = { kept: Caption } | { refused: string }

/** Least share of what ours states that a rewrite must keep; who moves, and the first thing told, always. */
const KEPT = 0.75

/**
 * Judges captions that somebody else worded. One is kept when it is written as ours are, is as long as its form may be,
 * every phrase of it is proven, each thing that it states is stated by ours, so often at most, and three quarters of what ours
 * states are left, with what ours begins with and everyone who moves in it.
 * @param windows of the clip, in each of which it must be true; one for a caption of one window
 */
export function gateOf(
  windows: readonly Filmed[],
): (form: FormName, ours: Caption, text: string) => Passed {
  const readers = windows.map(textReader)
  // That for which ours was worded.
  const read = readers[readers.length >> 1] as (typeof readers)[number]
  return (form, ours, text) => {
    const line = text.trim().replaceAll(/\s+/g, ' ')
    const refused = lengthWrong(form, ours, line) ?? spelledWrong(line)
    if (refused) return { refused }
    for (const other of readers) {
      const unproven = other(line)
        .flatMap(({ verdicts }) => verdicts)
        .find(isUnproven)
      if (unproven) return { refused: `${unproven.status}: ${unproven.text}` }
    }
    const [own, theirs] = [read(ours.text), read(line)]
    const wrong = added(own, theirs) ?? lost(own, theirs)
    return wrong
      ? { refused: wrong }
      : { kept: { text: line, sentences: cited(ours, own, line, theirs) } }
  }
}

function isUnproven({ status }: PhraseVerdict): boolean {
  return status !== 'verified'
}

/** Sentences of plain letters. What the checker does not read as words could say anything. */
const SENTENCE = String.raw`(?:[A-Z]|3D\b)(?:[a-z]|,(?= )|[-'](?=[a-z])| (?=[a-z]|3D\b)|(?<= )3D\b)*\.`
const SENTENCES = new RegExp(`^${SENTENCE}(?: ${SENTENCE})*$`)

function spelledWrong(line: string): string | undefined {
  return SENTENCES.test(line) ? undefined : 'not written in plain English sentences'
}

/** Letters a word, on the whole. */
const LONGEST_WORD = 15

/** Where little is proven ours is shorter than its form may be, and so may a rewrite be. */
function lengthWrong(form: FormName, ours: Caption, line: string): string | undefined {
  if (line === '') return 'empty'
  const own = wordsIn(ours.text)
  const [least, most] = [Math.min(LENGTHS[form][0], own), Math.max(LENGTHS[form][1], own)]
  const words = wordsIn(line)
  if (line.length > LONGEST_WORD * most) return `${line.length} characters`
  return words < least || words > most
    ? `${words} words, where ${form} has ${least} to ${most}`
    : undefined
}

function added(own: readonly Checked[], theirs: readonly Checked[]): string | undefined {
  const left = new Map<string, number>()
  for (const { keys, implied, names } of statedBy(own))
    for (const key of [...keys, ...implied])
      left.set(key, names ? Infinity : (left.get(key) ?? 0) + 1)
  for (const { keys } of statedBy(theirs))
    for (const key of keys) {
      const times = left.get(key) ?? 0
      if (times === 0) return `${left.has(key) ? 'repeats' : 'adds'} ${wordsOf(key)}`
      left.set(key, times - 1)
    }
  return undefined
}

function lost(own: readonly Checked[], theirs: readonly Checked[]): string | undefined {
  const said = new Set(statedBy(theirs).flatMap(({ keys, implied }) => [...keys, ...implied]))
  const all = new Map(statedBy(own).map((one) => [one.keys.join(), one]))
  const missing = [...all.values()].filter(({ keys }) => !keys.every((key) => said.has(key)))
  const kept = 1 - missing.length / all.size
  const deeds = [...all.values()].filter(({ names }) => !names)
  const main = deeds.find(({ keys }) => keys[0]?.includes(': ')) ?? deeds[0]
  const moves = deeds.flatMap(({ keys, implied }) => [...keys, ...implied]).filter(isMove)
  const gone = main && missing.includes(main) ? main.keys[0] : moves.find((key) => !said.has(key))
  if (gone) return `leaves out ${wordsOf(gone)}`
  return kept < KEPT
    ? `keeps ${Math.round(100 * kept)} % of what is told; leaves out ${wordsOf(missing[0]?.keys[0] ?? '')}`
    : undefined
}

function isMove(key: string): boolean {
  return /^\d+ move: /.test(key)
}

/** Every sentence with the claims of those of ours that state anything of it. */
function cited(
  ours: Caption,
  own: readonly Checked[],
  line: string,
  theirs: readonly Checked[],
): Sentence[] {
  const sources = own.map((one, i) => ({
    keys: new Set(statedBy([one]).flatMap(({ keys, implied }) => [...keys, ...implied])),
    claims: ours.sentences[i]?.claims ?? [],
  }))
  const texts = line.split(/(?<=\.) /)
  return theirs.map((one, i) => {
    const keys = statedBy([one]).flatMap((statement) => statement.keys)
    const from = sources.filter((source) => keys.some((key) => source.keys.has(key)))
    const claims = [...new Set(from.flatMap((source) => source.claims))]
    return { text: texts[i] as string, claims }
  })
}

function statedBy(checked: readonly Checked[]): Statement[] {
  return checked.flatMap((one) => one.stated()).filter(({ keys }) => keys.length > 0)
}

/** Without the number of the shot. */
function wordsOf(key: string): string {
  return `"${key.replace(/^\d+ /, '')}"`
}
