import type { Evidence, Status } from '../claim.ts'
import type { Discourse } from './resolve.ts'
import type { Statement } from './statements.ts'
import type { Judgement } from './truth.ts'

/** How one phrase of a text fares against the clip. */
export interface PhraseVerdict {
  text: string
  status: Status | 'unparsed'
  /** Frames [from, to) that decide it. */
  frames?: [number, number]
  evidence: Evidence
}

/** A judgement on a phrase, as it is reported. */
export function verdict(text: string, { status, evidence, frames }: Judgement): PhraseVerdict {
  return { text: text.replace(/ ,/g, ','), status, evidence, ...(frames && { frames }) }
}

/** How a sentence fares, and what it states, for those who ask. */
export interface Checked {
  verdicts: PhraseVerdict[]
  stated(): Statement[]
}

/** How a part of a text fares, and who was spoken of after it. */
export interface Read extends Checked {
  after: Discourse
}
