import { oneLine } from '../../clip/one-line.ts'
import type { Texts } from './caption-for.ts'
import { type Form, FORMS } from './choice.ts'
import { tokensOf } from './tokens.ts'

export interface Worded {
  text: string
  form: Form
  tokens: number
}

/**
 * The text of a form with a prefix; where it is beyond a budget, that of the next shorter form that is within it.
 * Undefined where none is, or there is nothing to say.
 */
export function wordedIn(
  texts: Texts,
  form: Form,
  { prefix, budget }: { prefix?: string | undefined; budget?: number | undefined },
): Worded | undefined {
  for (let at: Form | undefined = form; at; at = FORMS[at]) {
    if (texts[at] === '') continue
    const text = oneLine(prefix ? `${prefix} ${texts[at]}` : texts[at])
    const tokens = tokensOf(text)
    if (budget === undefined || tokens <= budget) return { text, form: at, tokens }
  }
  return undefined
}
