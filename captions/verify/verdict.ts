import type { PhraseVerdict } from './text.ts'
import type { Judgement } from './truth.ts'

/** A judgement on a phrase, as it is reported. */
export function verdict(text: string, { status, evidence, frames }: Judgement): PhraseVerdict {
  return { text: text.replace(/ ,/g, ','), status, evidence, ...(frames && { frames }) }
}
