import { isFlyer, type Random } from '#scenes'
import type { Member } from '../facts/member.ts'
import { keptById } from '../kept.ts'
import { broader, COLOR_WORDS, type ColorWord } from '../words/colors.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'

/** Who speaks: what is known, what was already mentioned, and the chance that varies the words. */
export interface Teller {
  book: Book
  random: Random
  /** Ids of actors that the listener knows by now. */
  told: Set<string>
  /** Pairs of actors whose place to each other was told, and actors that had their say. */
  related: Set<string>
  /** Who the last clause was about. */
  subject: string | null
  /** Who moved in the last clause that told of a motion; null where that is open. */
  mover: string | null
  /** Those of earlier shots, whom `the ball` must not be taken for; none in the first. */
  earlier: Member[]
  /** Brief leaves out materials and directions; full tells of entrances and paces too. */
  detail: 'brief' | 'normal' | 'full'
}

/** Can `the ...` mean this actor and no other? Alike actors need colours that differ. */
export function isUnique(teller: Pick<Teller, 'book' | 'earlier'>, id: string): boolean {
  const { book, earlier } = teller
  if (earlier.length > 0) {
    const { en } = book.facts.member(id).noun
    const known = new Set(book.facts.members.map((one) => one.id))
    if (earlier.some((other) => other.id !== id && other.noun.en === en && !known.has(other.id)))
      return false
  }
  return isUniqueIn(book, id)
}

const isUniqueIn = keptById((book: Book, id) => {
  const member = book.facts.member(id)
  const own = colorOf({ book }, member)?.text
  return book.facts.members
    .filter((other) => other.id !== id && other.noun.en === member.noun.en)
    .every((other) => own !== undefined && !isKindOf(colorOf({ book }, other)?.text, own))
})

/** Told of, and not to be taken for another: just now, by its looks, or as `the other car` of two. */
export function isMeant(teller: Teller, id: string): boolean {
  const known = teller.subject === id || isUnique(teller, id) || isTheOther(teller, id)
  return teller.told.has(id) && known
}

/** Of two of a noun that were told of, the one that did not move last, where its looks do not tell it from the other. */
export function isTheOther(teller: Teller, id: string): boolean {
  const { facts } = teller.book
  const { en } = facts.member(id).noun
  const [rival, ...more] = facts.glimpsed.filter((one) => one.id !== id && one.noun.en === en)
  return (
    rival !== undefined &&
    more.length === 0 &&
    teller.told.has(rival.id) &&
    teller.mover === rival.id &&
    !teller.related.has(`together ${en}`) &&
    !isUnique(teller, id)
  )
}

/** They are all that there are of their noun, and no colour tells the second. */
export function areTwo(teller: Teller, one: string, second: string): boolean {
  const { facts } = teller.book
  const { en } = facts.member(second).noun
  const alike = [...facts.glimpsed, ...teller.earlier].filter(({ noun }) => noun.en === en)
  return (
    alike.length === 2 &&
    alike.some(({ id }) => id === one) &&
    !colorOf(teller, facts.member(second))
  )
}

/** They are all that there are of their noun. */
export function areAllOfTwo({ book, earlier }: Teller, one: string, other: string): boolean {
  const { en } = book.facts.member(one).noun
  const alike = [...book.facts.glimpsed, ...earlier].filter(({ noun }) => noun.en === en)
  return alike.length === 2 && [one, other].every((id) => alike.some((member) => member.id === id))
}

/** Several that do something are the subject of a clause that no `it` takes up, and none of them is `the other`. */
export function noteDoers(teller: Teller, { actor, crowd }: Pick<Deed, 'actor' | 'crowd'>): void {
  teller.subject = crowd.length > 1 ? null : actor
  teller.mover = actor
  if (crowd.length > 1)
    for (const id of crowd) teller.related.add(`together ${teller.book.facts.member(id).noun.en}`)
}

/** Maroon is red, but red is not maroon; of what has no colour nobody knows. */
function isKindOf(other: string | undefined, own: string): boolean {
  return other === undefined || other === own || broader(other as ColorWord) === own
}

/** One of four or more of a noun that no colour tells from the rest: where it goes tells a reader nothing. */
export function isOneOfMany(teller: Pick<Teller, 'book' | 'earlier'>, id: string): boolean {
  const { en } = teller.book.facts.member(id).noun
  const alike = teller.book.facts.members.filter(({ noun }) => noun.en === en).length
  return alike > 3 && !isUnique(teller, id)
}

/** There is one of it, known to all: `the grass`, `the road`, `the sidewalk`; but `a wooden track`. */
export function isGround({ kind, noun, class: sort }: Member): boolean {
  const street = /(?:street|road|sidewalk|pavement|driveway|lawn|floor|ceiling|sea)$/.test(noun.en)
  return ['ground', 'road'].includes(kind) || street || sort === 'sky'
}

/** Wood has these colours anyway. */
const WOODS: ColorWord[] = ['brown', 'tan', 'beige', 'gold', 'orange', 'cream', 'yellow']

/** The colour worth saying: not that trees are green, wood is brown or a red coat is red. */
export function colorOf(
  { book }: Pick<Teller, 'book'>,
  { id }: Member,
): { text: string; proof: { id: string }[] } | undefined {
  return colorIn(book, id)
}

const ANY_COLOR = new RegExp(`\\b(?:${Object.keys(COLOR_WORDS).join('|')})\\b`)

const colorIn = keptById((book: Book, id): ReturnType<typeof colorOf> => {
  const claim = book.one('color', { actor: id })
  if (!claim) return undefined
  const { noun, substance } = book.facts.member(id)
  const word = claim.args.color as ColorWord
  if (noun.usual && (word === noun.usual || broader(word) === noun.usual)) return undefined
  // A gray flock of birds is one of gray birds, and each is too small to tell.
  if (ANY_COLOR.test(noun.en) || isFlyer(book.facts.member(id).kind)) return undefined
  const own = substance.surfaces[0]?.surface ?? 'plain'
  const bringsItsOwn = own !== 'plain' && substance.colors.every(({ share }) => share < 0.4)
  // What burns is no thing of one colour.
  if (/(?:fire|flame)$/.test(noun.en)) return undefined
  const wooden = own === 'wood' || own === 'planks'
  if ((wooden || noun.en.startsWith('cardboard')) && WOODS.includes(word)) return undefined
  return bringsItsOwn ? undefined : { text: word, proof: [claim] }
})

/** The colour that several share; of a number of them no fine shade, for who sees green in one would count it out. */
export function sharedColor(
  teller: Pick<Teller, 'book'>,
  members: readonly Member[],
  isCounted: boolean,
): string | undefined {
  const colors = members.map((member) => colorOf(teller, member)?.text)
  const [first] = colors
  const fine = first !== undefined && broader(first as ColorWord) !== first
  return colors.every((color) => color === first) && !(isCounted && fine) ? first : undefined
}

/** Two actors in whatever order. */
export function pairOf(a: string, b: string): string {
  return [a, b].sort().join(' ')
}
