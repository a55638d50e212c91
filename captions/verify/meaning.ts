/** What a sentence says, before anyone asks whether it is true. */

export interface NounMeaning {
  text: string
  determiner: 'a' | 'the' | 'another' | 'bare' | 'pronoun'
  /** `two` ... `six`, `several`, `a dozen`, `dozens of`; null when not counted. */
  amount: string | null
  plural: boolean
  /** `she`, `him`, `it` ...; the noun is empty then. */
  pronoun: string | null
  colors: string[]
  materials: string[]
  /** Adjectives of shape and size. */
  leads: string[]
  noun: string
  wears: { color: string; garment: string } | null
  /** What they are together: a row, a tower, a wall, a stack. */
  heap: string | null
  /**
   * Which of them: the first or the last to go (`first`, `first two`), those at the far end of a row or between its ends
   * (`far one`, `between three`), or how many: `all`, `most`, `some`, `two`.
   */
  part: string | null
  /** The others of that noun than the one that is spoken of. */
  others: boolean
  /** What else is told of them within the phrase: `a tent standing next to a van`, `an orange, which rolls away`. */
  which: Said[]
}

/** What a noun phrase says that says nothing. */
export const NO_NOUN: NounMeaning = {
  text: '',
  determiner: 'bare',
  amount: null,
  plural: false,
  pronoun: null,
  colors: [],
  materials: [],
  leads: [],
  noun: '',
  wears: null,
  heap: null,
  part: null,
  others: false,
  which: [],
}

export type Happening =
  | { does: 'move'; verb: string }
  | { does: 'begin' }
  | { does: 'stop' }
  | { does: 'head'; direction: string }
  | { does: 'oppose' }
  /** The way that it came, or a good part of it. */
  | { does: 'return'; direction: string | null }
  | { does: 'circle' }
  /** Still on the move when what was told before it happened. */
  | { does: 'go on' }
  /** Well above what is below it. */
  | { does: 'be aloft' }
  | { does: 'go over'; how: 'across' | 'along' | 'down' | 'up'; other: NounMeaning[] }
  | { does: 'pass'; side: 'behind' | 'in front of' | null; other: NounMeaning[] | null }
  | { does: 'enter' | 'leave'; side: string | null }
  | { does: 'hit'; other: NounMeaning[] }
  | { does: 'fell' | 'scatter' | 'set off'; other: NounMeaning[] }
  | { does: 'knock off'; other: NounMeaning[]; from: NounMeaning[] | null }
  | { does: 'fall off' | 'bounce off'; other: NounMeaning[] }
  | { does: 'land'; other: NounMeaning[] }
  /** What another does to it: someone of these, or anyone. */
  | { does: 'undergo'; deed: Deed; by: NounMeaning[] | null }
  /** Nearer to it, or farther from it, in the end than at first. */
  | { does: 'approach' | 'withdraw'; other: NounMeaning[] }
  | { does: 'break off'; other: NounMeaning[] | null }
  | { does: 'collapse' }
  | { does: 'throw'; other: NounMeaning[]; way: string }
  | { does: 'swing to'; way: string }
  /** The next one of a row. */
  | { does: 'strike next' }
  /** Those between the ends of a row, while the one end swings out. */
  | { does: 'stay put' }
  /** To one side and back again. */
  | { does: 'zigzag' }
  /** One after another, in the order of a row. */
  | { does: 'take turns' }
  | { does: 'stay standing' }
  | { does: 'cross' }
  | { does: 'pace'; pace: string }
  /** All the while, or at first. */
  | { does: 'stay'; how: string; atFirst?: true }
  | { does: 'glow' }
  | { does: 'hang' }
  | { does: 'be'; relation: string; other: NounMeaning[] }
  | { does: 'be between'; other: NounMeaning[] }
  | { does: 'be framed'; where: string }
  /** Where in the picture it is at first, and where in the end. */
  | { does: 'begin framed' | 'end framed'; where: string }
  /** From the one part of the picture to the other. */
  | { does: 'span'; from: string; to: string }
  | { does: 'end'; relation: string; other: NounMeaning[] }
  | { does: 'begin beside'; relation: string; other: NounMeaning[] }
  /** So many seconds after the clip began; of a blow. */
  | { does: 'come at'; seconds: string }
  /** In the first moment. */
  | { does: 'start on'; other: NounMeaning[] }
  /** On the move for about so many seconds. */
  | { does: 'last'; seconds: string }
  /** Each of them is one of these, and none of these is missing. */
  | { does: 'be colored'; colors: string[] }
  /** Some of them are. */
  | { does: 'include colored'; colors: string[] }
  | { does: 'be taller' | 'be shorter'; other: NounMeaning[] }
  | { does: 'set'; place: string }
  | { does: 'date'; time: string }
  | { does: 'be lit'; quality: string | null; from: string | null }
  | { does: 'be under'; sky: string }
  /** What came before it in the text must be over, or go on at the same time. */
  | { does: 'follow' }
  | { does: 'coincide' }

/** What one does to another. */
export type Deed = 'hit' | 'fell' | 'scatter' | 'throw' | 'pass' | 'set off'

export interface Said {
  text: string
  what: Happening
  /** After what is told before it of the same one. */
  later?: true
}

/** When it happens by what is told before it in the text. */
export interface Link {
  text: string
  how: 'before' | 'after' | 'when' | 'until' | 'then'
  /** The word stood before the clause told earlier: `When it stops, ...`. */
  isMain: boolean
}

/** Someone and what is said of them. */
export interface Clause {
  subject: NounMeaning[]
  said: Said[]
  link?: Link
}

export type CameraSaid =
  | { does: 'move'; move: string; direction: string; slow: boolean; text: string }
  | { does: 'still'; text: string }
  | { does: 'rest'; text: string }
  | { does: 'follow'; who: NounMeaning; text: string }
  | { does: 'keep'; where: string; text: string }
  | { does: 'look from'; angle: string; text: string }
  | { does: 'size'; size: string; who: NounMeaning | null; text: string }
  /** It follows from there: those that were spoken of, someone, or anyone. */
  | { does: 'track'; from: string; who: NounMeaning | null; text: string }
  /** Out of sight at first, in full sight in the end. */
  | { does: 'reveal'; who: NounMeaning; text: string }
  | { does: 'shake'; how: string; text: string }
  /** What follows is of the next shot. */
  | { does: 'cut'; text: string }

/** Which way they fall. */
export interface Shadows {
  to: string
  long: boolean
}

export type Sentence =
  | { kind: 'clauses'; loose: Said[]; clauses: Clause[] }
  | { kind: 'camera'; said: CameraSaid[] }
  /** One after the other; where `together`, what moves in both goes on at the same time. */
  | { kind: 'joined'; parts: Sentence[]; together: boolean }
  | {
      kind: 'light'
      quality: string | null
      from: string | null
      shadows: Shadows | null
      text: string
    }
  | { kind: 'sky'; sky: string; text: string }
  | { kind: 'look'; quality: string | null; text: string }

/** What a sentence opens with before its first clause. */
export interface Lead {
  loose: Said[]
  /** Said of the first clause's subject. */
  own: Said[]
  before: Clause[]
  /** What the first clause's subject did before. */
  earlier: Said[]
  link: Link | null
  binds: Happening | null
}

export const NO_LEAD: Lead = {
  loose: [],
  own: [],
  before: [],
  earlier: [],
  link: null,
  binds: null,
}
