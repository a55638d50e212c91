import type { FormName } from './form-names.ts'
import type { Page } from './page.ts'
import type { Phrase } from './phrase.ts'
import type { Teller } from './teller.ts'
import type { Beat } from './timeline.ts'

/** What a language must be able to say; when it is said is decided here, for all of them. */
export interface Voice {
  /** Words or characters aimed at, where enough is proven. */
  lengths: Record<FormName, [number, number]>
  /** What a shot may take at the least, however many there are. */
  shots: Record<'default' | 'dense', number>
  /** In the unit of `lengths`. */
  lengthOf(text: string): number
  /** Sentences as one text. */
  joined(sentences: readonly string[]): string
  /** A phrase as a sentence of its own. */
  sentence(phrase: Phrase): Phrase
  /** What happens, in one sentence. */
  shortSentence(teller: Teller): Phrase
  /** What happens, in order. @param where whether the place is told */
  actions(teller: Teller, form: 'default' | 'dense', page: Page, where: 'here' | 'anywhere'): void
  /** Whom it is about and what that does. */
  mainObject(teller: Teller, page: Page): void
  /** Place and hour; undefined when nothing of them is proven. */
  setting(teller: Teller): Phrase | undefined
  /** A clause after place and hour. */
  placed(setting: Phrase, clause: Phrase): Phrase
  /** What stands around, where it is from each other and in the picture; undefined when nothing is left. */
  surroundings(teller: Teller, most: number): Phrase | undefined
  relation(teller: Teller): Phrase | undefined
  layout(teller: Teller): Phrase | undefined
  cameraSentence(teller: Teller, detail: 'plain' | 'full' | 'camera'): Phrase | undefined
  cutSentence(teller: Teller): Phrase | undefined
  framing(teller: Teller): Phrase | undefined
  lightSentence(teller: Teller): Phrase | undefined
  lookLine(teller: Teller): Phrase
  lookSentence(teller: Teller): Phrase
  /** A line of the timeline; each time it is asked, the teller knows of nobody. */
  moment(teller: () => Teller, what: Beat['what']): Phrase
}
