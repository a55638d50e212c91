import type { Consequence } from './consequences.ts'
import type { Deed } from './deed.ts'
import type { Detail } from './details.ts'
import type { FormName } from './form-names.ts'
import type { Phrase } from './phrase.ts'
import type { Tale } from './plot.ts'
import type { Teller } from './teller.ts'
import type { Beat } from './timeline.ts'
import type { Turn } from './turns.ts'

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
  /** Two short ones in one sentence; undefined where each is better told alone. */
  beside(first: Phrase, more: Phrase): Phrase | undefined
  /** A phrase as a sentence of its own. */
  sentence(phrase: Phrase): Phrase
  /** What happens, in one sentence. */
  shortSentence(teller: Teller): Phrase
  /** The first clause about a mover. */
  opening(teller: Teller, deed: Deed): Phrase
  /** That clause and what another does at the same time; undefined where that is not proven. */
  together(teller: Teller, first: Phrase, other: Deed, main: Deed): Phrase | undefined
  /** The first sentence; `goesOn` where it tells what follows as well. */
  begun(teller: Teller, main: Deed, begun: Begun): { phrase: Phrase; goesOn: boolean }
  /** What someone who was told of does next, and how it ends; undefined when there is nothing to add. */
  sequel(teller: Teller, deed: Deed, most: number): Phrase | undefined
  /** Two more deeds at the time of the main one, of a language that joins them. */
  alongside?(teller: Teller, deeds: [Deed, Deed], main: Deed): Phrase | undefined
  /** A later or parallel deed as a sentence of its own. */
  later(teller: Teller, deed: Deed, main: Deed): Phrase
  /** One deed from beginning to end. */
  whole(teller: Teller, deed: Deed): Phrase
  /** How it ends with someone; undefined when that is not to be told. */
  finale(teller: Teller, deed: Deed): Phrase | undefined
  /** That it goes on with what it did: it keeps swinging. */
  goingOn(teller: Teller, deed: Deed): Phrase
  /** That both come to rest. */
  halt(teller: Teller, deeds: [Deed, Deed]): Phrase
  /** What someone who was told of does besides; undefined when there is nothing, or nobody would know who it is. */
  besides(teller: Teller, deed: Deed): Phrase | undefined
  /** A clip in which nothing moves. At most `most` nouns. */
  stillLife(teller: Teller, most: number): Phrase
  /** Whether place and hour may be told within a tale's first clause. */
  within?: true
  /** How a tale begins. */
  beginning(teller: Teller, tale: Tale, how?: Beginning): Phrase
  /** What comes of it. */
  consequence(teller: Teller, tale: Tale, what: Consequence): Phrase
  /** Place and hour, or the hour alone; undefined when nothing of them is proven. */
  setting(teller: Teller, much: 'all' | 'hour' | undefined): Phrase | undefined
  /** A clause after place and hour. */
  placed(setting: Phrase, clause: Phrase): Phrase
  /**
   * What stands around, where it is from each other and in the picture; undefined when nothing is left.
   * @param joined it goes on with the sentence before
   */
  surroundings(teller: Teller, most: number, joined: boolean): Phrase | undefined
  relation(teller: Teller): Phrase | undefined
  layout(teller: Teller): Phrase | undefined
  /** One more detail of that kind. */
  detail(teller: Teller, kind: Detail['kind']): Phrase | undefined
  cameraSentence(teller: Teller, detail: 'plain' | 'full' | 'camera'): Phrase | undefined
  cutSentence(teller: Teller): Phrase | undefined
  framing(teller: Teller): Phrase | undefined
  /** Sky and light. */
  lightSentence(teller: Teller): Phrase | undefined
  lookLine(teller: Teller): Phrase
  lookSentence(teller: Teller): Phrase
  /** A line of the timeline; each time it is asked, the teller knows of nobody. */
  moment(teller: () => Teller, what: Beat['what']): Phrase
}

/** What the first sentence is made of: the main deed, alone and with another, and place and hour. */
export interface Begun {
  first: Phrase
  both: Phrase | undefined
  setting: Phrase | undefined
}

export interface Beginning {
  /** What comes of it is told next. */
  goesOn?: boolean
  /** Place and hour, told within. */
  where?: Phrase
  /** Default is plain. */
  turn?: Turn
}
