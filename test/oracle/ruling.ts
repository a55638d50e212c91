import type { PredicateArgs, PredicateName } from '../../captions/claim.ts'
import type { Clip } from './clip.ts'

/** What the oracle makes of a claim. `unsure` is its own band of uncertainty, counted and kept rare. */
export type Answer = 'true' | 'false' | 'unsure'

export interface Ruling {
  answer: Answer
  /** What was measured, for the person who reads a failure. */
  why: Record<string, unknown>
}

/** What was said, as it stands in caption.json. */
export interface Said<P extends PredicateName = PredicateName> {
  args: PredicateArgs[P]
  /** Frames [from, to). */
  frames: [number, number]
}

export type Rule<P extends PredicateName> = (said: Said<P>, clip: Clip) => Ruling

/** True from `yes` on, false from `no` on, unsure between them; either may be the larger. */
export function weigh(
  value: number,
  { yes, no }: { yes: number; no: number },
  why: Ruling['why'] = {},
): Ruling {
  const measured = { ...why, value: Math.round(value * 1000) / 1000, yes }
  if (Number.isNaN(value)) return { answer: 'unsure', why: measured }
  const up = yes > no
  if (up ? value >= yes : value <= yes) return { answer: 'true', why: measured }
  return { answer: (up ? value <= no : value >= no) ? 'false' : 'unsure', why: measured }
}

export function plain(holds: boolean, why: Ruling['why'] = {}): Ruling {
  return { answer: holds ? 'true' : 'false', why }
}

/** All must hold: one false is false, else one unsure is unsure. */
export function all(...rulings: Ruling[]): Ruling {
  const pick = (answer: Answer) => rulings.find((ruling) => ruling.answer === answer)
  return pick('false') ?? pick('unsure') ?? (rulings[0] as Ruling)
}

/** One is enough. */
export function any(...rulings: Ruling[]): Ruling {
  const pick = (answer: Answer) => rulings.find((ruling) => ruling.answer === answer)
  return pick('true') ?? pick('unsure') ?? (rulings[0] as Ruling)
}
