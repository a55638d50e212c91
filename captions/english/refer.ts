import indefinite from 'indefinite'
import type { Member } from '../facts/member.ts'
import { isStuff } from '../facts/noun.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { isStanceless } from '../plan/stance.ts'
import {
  colorOf,
  isGround,
  isTheOther,
  isUnique,
  sharedColor,
  type Teller,
} from '../plan/teller.ts'
import { classOf, headOf } from '../words/nouns.ts'
import { SURFACE_WORDS } from '../words/surfaces.ts'
import { say } from './phrase.ts'

/** A noun phrase for one actor: `a red ball` at first, `the ball` later. */
export function name(teller: Teller, id: string): Phrase {
  const member = teller.book.facts.member(id)
  if (teller.told.has(id)) return definite(teller, id)
  teller.told.add(id)
  const exists = teller.book.one('exists', { actor: id })
  if (member.class === 'room') return proven(indefinite(member.noun.en), exists)
  if (isGround(member)) return proven(groundName(member), exists)
  const described = describe(teller, member)
  if (isStuff(member.noun)) return proven(described, exists)
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

/** `the ball`; with its colour when there is another one, `the other ball` when even that is shared; else its full noun. */
export function definite(teller: Teller, id: string): Phrase {
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
  if (isTheOther(teller, id)) return proven(`the other ${short}`, exists)
  return color
    ? say`the ${proven(color.text, ...color.proof)} ${proven(member.noun.en, exists)}`
    : proven(`the ${member.noun.en}`, exists)
}

/** `the crate`, `one of the crates` where nothing tells it from the others; at first as `name`. */
export function oneOf(teller: Teller, id: string): Phrase {
  if (!teller.told.has(id) || isUnique(teller, id)) return name(teller, id)
  const { noun } = teller.book.facts.member(id)
  return proven(`one of the ${noun.plural}`, teller.book.one('exists', { actor: id }))
}

/** `a billiard ball`: one of many that were told of, whichever it is. */
export function anyOne(teller: Teller, id: string): Phrase {
  if (!teller.told.has(id) || isUnique(teller, id)) return name(teller, id)
  const { noun } = teller.book.facts.member(id)
  return proven(indefinite(noun.en), teller.book.one('exists', { actor: id }))
}

/** `the other ball`, as said of one of two. */
export function theOther(teller: Teller, id: string): Phrase {
  const short = shortNoun(teller.book.facts.member(id))
  return proven(`the other ${short}`, teller.book.one('exists', { actor: id }))
}

/** `the ball`, `the ramps`: those of a noun that are told of as one. */
export function wholly(teller: Teller, members: readonly Member[]): Phrase {
  const [first, ...more] = members as [Member, ...Member[]]
  if (more.length === 0) return definite(teller, first.id)
  const exist = members.map(({ id }) => teller.book.one('exists', { actor: id }))
  return proven(`the ${first.noun.plural}`, ...exist)
}

/** `it`, `she`, `he` for whom the last clause was about; else `the ...`. */
export function again(teller: Teller, id: string): Phrase {
  const { pronoun } = teller.book.facts.member(id).noun
  const exists = teller.book.one('exists', { actor: id })
  return pronoun && teller.subject === id ? proven(pronoun, exists) : name(teller, id)
}

/**
 * The pronoun as an object: `behind her`. For things only where `isClear`: `it` would be heard as anything.
 */
export function object(teller: Teller, id: string, isClear = false): Phrase {
  const { pronoun } = teller.book.facts.member(id).noun
  const exists = teller.book.one('exists', { actor: id })
  if (teller.told.has(id) && pronoun === 'she') return proven('her', exists)
  if (teller.told.has(id) && pronoun === 'he') return proven('him', exists)
  if (teller.told.has(id) && pronoun === 'it' && isClear) return proven('it', exists)
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
  const shared = sharedColor(teller, members, counted !== undefined)
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
  const cloth =
    made?.args.material === 'fabric' &&
    (color || isStanceless(member) || member.noun.en.endsWith('table'))
  const material = cloth || (color && teller.detail === 'brief') ? undefined : made
  const wears =
    teller.detail === 'brief' ? undefined : teller.book.one('wears', { actor: member.id })
  const [lead, rest] = leadOf(member.noun.en)
  const noun = say`${lead} ${color ? proven(color.text, ...color.proof) : ''} ${material ? proven(material.args.material, material) : ''} ${rest}`
  return wears
    ? say`${noun} in ${proven(indefinite(`${wears.args.color} ${wears.args.garment === 'sweater' ? 'sweater' : 'T-shirt'}`), wears)}`
    : noun
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
