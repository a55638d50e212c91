import type { Phrase } from '../plan/phrase.ts'
import { charactersIn, say } from './phrase.ts'

/** 小球停下 */
const STOPS = /^([^，]+?)(?:停下|停住|停了下来)$/
const TIMED = /在大约.+时$/

/** Longer than this, a sentence stands alone. */
const SHORT = 17

/** 轿车旁边立着一顶帐篷，帐篷前面放着一根原木; 小球和橙子都停了下来. What has parts already stays as it is. */
export function beside(first: Phrase, more: Phrase): Phrase | undefined {
  const [one, other] = [first, more].map(({ text }) => STOPS.exec(text)?.[1])
  // Each stops at its own time.
  if (one && other && ![one, other].some((who) => TIMED.test(who)))
    return { ...say`${first}${more}`, text: `${one}和${other}都停了下来` }
  const isLong = [first, more].some(({ text }) => charactersIn(text) > SHORT || text.includes('，'))
  const [, who = ''] = /^(.+?)(?:位于|比)/.exec(more.text) ?? []
  // Of whom the first tells, the second would tell again.
  return isLong || (who !== '' && first.text.includes(who)) ? undefined : say`${first}，${more}`
}
