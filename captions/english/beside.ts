import type { Phrase } from '../plan/phrase.ts'
import { say, wordsIn } from './phrase.ts'

/** Longer than this, a sentence stands alone. */
const SHORT = 11

/**
 * `A mug stands on the left, and a picture hangs on the wall`, `a tent stands next to the car, with a log in front of it`.
 * What has parts already stays as it is.
 */
export function beside(first: Phrase, more: Phrase): Phrase | undefined {
  const isLong = [first, more].some(({ text }) => wordsIn(text) > SHORT || PARTS.test(text))
  // Of whom the first tells, the second would tell again.
  const [, who = ''] =
    /^the (\w+(?: \w+)??) (?:stands?|sits?|lies?|is|are|hangs?)\b/.exec(more.text) ?? []
  if (isLong || /^(?:it|he|she|they)\b/i.test(more.text)) return undefined
  if (who !== '' && first.text.includes(who)) return undefined
  return more.text.startsWith('with ') ? say`${first}, ${more}` : say`${first}, and ${more}`
}

const PARTS = /,|\b(?:while|as|which|before|until|once)\b/
