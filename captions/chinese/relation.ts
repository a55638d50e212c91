import type { Claim } from '../claim.ts'
import { grouped } from '../grouped.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { layoutOf, nextRelation, noteRelation } from '../plan/relations.ts'
import type { Teller } from '../plan/teller.ts'
import { list, say } from './phrase.ts'
import { definite, name, wholly } from './refer.ts'
import { besideOf, FRAMED } from './surroundings.ts'

/** Where known things are from each other: 花瓶位于书的右侧; undefined when nothing is left to say. */
export function relation(teller: Teller): Phrase | undefined {
  const first = nextRelation(teller)
  if (!first) return undefined
  const told = tell(teller, first)
  const second = nextRelation(teller)
  return second ? say`${told}，${tell(teller, second)}` : told
}

function tell(teller: Teller, claims: Claim<'place'>[]): Phrase {
  const [{ args }] = claims as [Claim<'place'>]
  const { book } = teller
  const known = teller.told.has(args.other)
  noteRelation(teller, claims)
  const who = list(claims.map((claim) => definite(teller, claim.args.actor)))
  const still = claims.map((claim) => book.one('still', { actor: claim.args.actor }))
  const other = known ? definite(teller, args.other) : name(teller, args.other)
  return say`${who}${proven('位于', ...still)}${besideOf(other, args.relation, claims)}`
}

/** Where in the picture known things are that keep their place: 台球桌位于画面中央. */
export function layout(teller: Teller): Phrase | undefined {
  const told = layoutOf(teller)
  if (!told) return undefined
  const { where, members, claims } = told
  const nouns = [...grouped(members, ({ noun }) => noun.en).values()]
  const who = list(nouns.map((all) => wholly(teller, all)))
  const still = members.map(({ id }) => teller.book.one('still', { actor: id }))
  return say`${who}${proven('位于', ...still)}${proven(FRAMED[where], ...claims)}`
}
