import indefinite from 'indefinite'
import type { Random } from '#scenes'
import type { Member } from '../facts/member.ts'
import { broader, COLOR_WORDS, type ColorWord } from '../words/colors.ts'
import { classOf, headOf } from '../words/nouns.ts'
import { SURFACE_WORDS } from '../words/surfaces.ts'
import type { Book } from './book.ts'
import { proven, say, type Phrase } from './phrase.ts'

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

/** A noun phrase for one actor: `a red ball` at first, `the ball` later. */
export function name(teller: Teller, id: string): Phrase {
  const member = teller.book.facts.member(id)
  if (teller.told.has(id)) return definite(teller, id)
  teller.told.add(id)
  const exists = teller.book.one('exists', { actor: id })
  if (member.class === 'room') return proven(indefinite(member.noun.en), exists)
  if (isGround(member)) return proven(groundName(member), exists)
  const described = describe(teller, member)
  if (member.noun.plural === member.noun.en) return proven(described, exists)
  const plain = described.text === member.noun.en
  // A gray cube and a gray cube would be one.
  const alike = [...teller.told]
    .map((other) => teller.book.facts.member(other))
    .some(
      (other) =>
        other.id !== id &&
        other.noun.en === member.noun.en &&
        (plain || describe(teller, other).text === described.text),
    )
  return proven(
    { ...described, text: alike ? `another ${described.text}` : indefinite(described.text) },
    exists,
  )
}

/** `the ball`; with its colour when there is another one; with its full noun when even that is shared. */
export function definite(teller: Pick<Teller, 'book' | 'earlier'>, id: string): Phrase {
  const { facts } = teller.book
  const member = facts.member(id)
  const exists = teller.book.one('exists', { actor: id })
  if (isGround(member)) return proven(groundName(member), exists)
  const short = shortNoun(member)
  const rivals = [...facts.members, ...teller.earlier].filter(
    (other) => other.id !== id && headOf(other.noun.en) === headOf(member.noun.en),
  )
  if (rivals.length === 0) return proven(`the ${short}`, exists)
  const color = colorOf(teller, member)
  const alike = rivals.filter((other) => other.noun.en === member.noun.en)
  if (alike.length === 0) return proven(`the ${member.noun.en}`, exists)
  return color
    ? say`the ${proven(color.text, ...color.proof)} ${proven(member.noun.en, exists)}`
    : proven(`the ${member.noun.en}`, exists)
}

/** Can `the ...` mean this actor and no other? Alike actors need colours that differ. */
export function isUnique(teller: Pick<Teller, 'book' | 'earlier'>, id: string): boolean {
  const { facts } = teller.book
  const member = facts.member(id)
  const own = colorOf(teller, member)?.text
  const known = new Set(facts.members.map((one) => one.id))
  const before = teller.earlier.some(
    (other) => other.id !== id && other.noun.en === member.noun.en && !known.has(other.id),
  )
  if (before) return false
  return facts.members
    .filter((other) => other.id !== id && other.noun.en === member.noun.en)
    .every(
      (other) =>
        own !== undefined &&
        colorOf(teller, other) !== undefined &&
        colorOf(teller, other)?.text !== own,
    )
}

/** One of four or more of a noun that no colour tells from the rest: where it goes tells a reader nothing. */
export function isOneOfMany(teller: Pick<Teller, 'book' | 'earlier'>, id: string): boolean {
  const { en } = teller.book.facts.member(id).noun
  const alike = teller.book.facts.members.filter(({ noun }) => noun.en === en).length
  return alike > 3 && !isUnique(teller, id)
}

/** `it`, `she`, `he` for whom the last clause was about; else `the ...`. */
export function again(teller: Teller, id: string): Phrase {
  const { pronoun } = teller.book.facts.member(id).noun
  const exists = teller.book.one('exists', { actor: id })
  return pronoun && teller.subject === id ? proven(pronoun, exists) : name(teller, id)
}

/** The pronoun as an object: `behind her`. Only for people: `it` would be heard as anything. */
export function object(teller: Teller, id: string): Phrase {
  const { pronoun } = teller.book.facts.member(id).noun
  const exists = teller.book.one('exists', { actor: id })
  if (teller.told.has(id) && pronoun === 'she') return proven('her', exists)
  if (teller.told.has(id) && pronoun === 'he') return proven('him', exists)
  return name(teller, id)
}

/** Several actors of one noun: `three brick buildings`, `two green armchairs`, `trees`. */
export function several(teller: Teller, ids: string[]): Phrase {
  if (ids.length === 1) return name(teller, ids[0] as string)
  const { book } = teller
  const members = ids.map((id) => book.facts.member(id))
  const { noun } = members[0] as Member
  const counted = book
    .all('count')
    .find(({ args }) => args.noun === noun.en && args.actors.length === ids.length)
  const colors = members.map((member) => colorOf(teller, member))
  const shared = colors.every((color) => color && color.text === colors[0]?.text)
    ? colors[0]?.text
    : undefined
  const more =
    !counted &&
    [...teller.told].some((id) => headOf(book.facts.member(id).noun.en) === headOf(noun.en))
  for (const id of ids) teller.told.add(id)
  const proof = [
    ...members.map(({ id }) => book.one('exists', { actor: id })),
    ...(shared ? colors.flatMap((color) => color?.proof ?? []) : []),
  ]
  const amount = counted?.args.words ?? (more ? 'more' : '')
  const made = members.map(({ id }) => book.one('material', { actor: id }))
  const stuff =
    !shared && made.every((claim) => claim?.args.material === 'wooden')
      ? proven('wooden', ...made)
      : ''
  return proven(say`${amount} ${shared ?? ''} ${stuff} ${noun.plural}`, counted, ...proof)
}

/** There is one of it, known to all: `the grass`, `the road`, `the sidewalk`; but `a wooden track`. */
/** What is stood upon, and has no `a`. */
export function isGround({ kind, noun, class: sort }: Member): boolean {
  const street = /(?:street|road|sidewalk|pavement|driveway|lawn|floor|ceiling)$/.test(noun.en)
  return ['ground', 'road'].includes(kind) || street || sort === 'sky'
}

/** `the sidewalk`, or by what it is made of: `the grass`. */
export function groundName(member: Member): string {
  // One thing cannot be many dunes or hills: what is stood on is their sand or grass.
  const landform = classOf(member.noun.en) === 'stone'
  if ((member.noun.given && !landform) || member.kind !== 'ground') return `the ${member.noun.en}`
  return SURFACE_WORDS[member.substance.surfaces[0]?.surface ?? 'plain'].ground
}

/** Adjectives in the order colour, material; what the noun says by itself is left out. */
function describe(teller: Teller, member: Member): Phrase {
  const color = colorOf(teller, member)
  const made = teller.book.one('material', { actor: member.id })
  // Of fabric is every armchair, which its colour tells better; a table has a cloth.
  const cloth = made?.args.material === 'fabric' && (color || member.noun.en.endsWith('table'))
  const material = cloth || (color && teller.detail === 'brief') ? undefined : made
  const wears =
    teller.detail === 'brief' ? undefined : teller.book.one('wears', { actor: member.id })
  const [lead, rest] = leadOf(member.noun.en)
  const noun = say`${lead} ${color ? proven(color.text, ...color.proof) : ''} ${material ? proven(material.args.material, material) : ''} ${rest}`
  return wears
    ? say`${noun} in ${proven(indefinite(`${wears.args.color} ${wears.args.garment === 'sweater' ? 'sweater' : 'T-shirt'}`), wears)}`
    : noun
}

/** Wood has these colours anyway. */
const WOODS: ColorWord[] = ['brown', 'tan', 'beige', 'gold', 'orange', 'cream', 'yellow']

/** The colour worth saying: not that trees are green, wood is brown or a red coat is red. */
export function colorOf(
  teller: Pick<Teller, 'book'>,
  { id, noun, substance }: Member,
): { text: string; proof: { id: string }[] } | undefined {
  const claim = teller.book.one('color', { actor: id })
  if (!claim) return undefined
  const word = claim.args.color as ColorWord
  if (noun.usual && (word === noun.usual || broader(word) === noun.usual)) return undefined
  if (Object.keys(COLOR_WORDS).some((color) => new RegExp(`\\b${color}\\b`).test(noun.en)))
    return undefined
  const own = substance.surfaces[0]?.surface ?? 'plain'
  const bringsItsOwn = own !== 'plain' && substance.colors.every(({ share }) => share < 0.4)
  const wooden = own === 'wood' || own === 'planks'
  if (wooden && WOODS.includes(word)) return undefined
  return bringsItsOwn ? undefined : { text: word, proof: [claim] }
}

/** `woman in a red coat` -> `woman`, `round table` -> `table`, once it is known. */
export function shortNoun({ noun }: Member): string {
  const [lead, rest] = leadOf(noun.en)
  return (lead ? rest : noun.en).split(/ (?:in|with) /)[0] as string
}

/** Adjectives of shape and size that an author's noun begins with stand before colour and material. */
const LEADS =
  /^((?:(?:round|square|long|tall|low|small|little|large|big|old|flat|wide|narrow|rectangular|oval) )+)(.+)$/

export function leadOf(noun: string): [lead: string, rest: string] {
  const [, lead = '', rest = noun] = LEADS.exec(noun) ?? []
  return [lead.trim(), rest]
}

/** Two actors in whatever order. */
export function pairOf(a: string, b: string): string {
  return [a, b].sort().join(' ')
}
