import {
  gateOf,
  wordsIn,
  type CaptionFile,
  type Filmed,
  type FormName,
  type Rewrite,
} from '#captions'
import { ask } from './ask.ts'
import type { Endpoint } from './endpoint.ts'
import { promptFor } from './prompt.ts'

/**
 * The captions with those forms that a language model worded better and as truly; each that is not kept stays ours, and the
 * file says why.
 * @param windows what the captions are about: their window of the clip, or each where they may begin anywhere
 */
export async function rewritten(
  file: CaptionFile,
  windows: readonly Filmed[],
  forms: readonly FormName[],
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<CaptionFile> {
  const judge = gateOf(windows)
  const en = { ...file.captions.en }
  const words = { ...file.stats.words }
  const rewrites: Partial<Record<FormName, Rewrite>> = {}
  const { model } = endpoint
  let gone: string | undefined
  for (const form of forms) {
    const ours = en[form]
    if (ours.text === '') continue
    // Who did not answer four times is not asked for nine more forms.
    const answer = gone ? { none: gone } : await ask(endpoint, promptFor(form, ours), signal)
    if ('none' in answer) {
      if ('gone' in answer) gone = answer.none
      rewrites[form] = { refused: answer.none, model }
      continue
    }
    const passed = judge(form, ours, answer.text)
    if ('kept' in passed) {
      en[form] = passed.kept
      words[form] = wordsIn(passed.kept.text)
      rewrites[form] = { kept: true, model }
    } else rewrites[form] = { refused: passed.refused, model }
  }
  return { ...file, captions: { ...file.captions, en }, rewrites, stats: { ...file.stats, words } }
}
