import type { Phrase } from '../plan/phrase.ts'
import { charactersIn, say } from './phrase.ts'

/** Longer than this, a sentence stands alone. */
const SHORT = 17

/** 轿车旁边立着一顶帐篷，帐篷前面放着一根原木. What has parts already stays as it is. */
export function beside(first: Phrase, more: Phrase): Phrase | undefined {
  const isLong = [first, more].some(({ text }) => charactersIn(text) > SHORT || text.includes('，'))
  const [, who = ''] = /^(.+?)(?:位于|比)/.exec(more.text) ?? []
  // Of whom the first tells, the second would tell again.
  return isLong || (who !== '' && first.text.includes(who)) ? undefined : say`${first}，${more}`
}
