import type { Claim, Where } from '../claim.ts'
import { grouped } from '../grouped.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { layoutOf, nextRelation, noteRelation } from '../plan/relations.ts'
import type { Teller } from '../plan/teller.ts'
import { list, say } from './phrase.ts'
import { definite, name, wholly } from './refer.ts'
import { verbFor } from './stance.ts'

/** Where known things are from each other, those in one place together; undefined when nothing is left to say. */
export function relation(teller: Teller): Phrase | undefined {
  const first = nextRelation(teller)
  if (!first) return undefined
  const told = tell(teller, first)
  const second = nextRelation(teller)
  return second ? say`${told}, and ${tell(teller, second)}` : told
}

function tell(teller: Teller, claims: Claim<'place'>[]): Phrase {
  const [{ args }] = claims as [Claim<'place'>]
  const { other, relation: where } = args
  const { facts } = teller.book
  const members = claims.map((claim) => facts.member(claim.args.actor))
  const words =
    { 'left of': 'to the left of', 'right of': 'to the right of' }[where as string] ?? where
  const known = teller.told.has(other)
  noteRelation(teller, claims)
  const verb = verbFor(teller.book, members, where)
  const who = list(members.map(({ id }) => definite(teller, id)))
  return say`${who} ${verb} ${proven(words, ...claims)} ${known ? definite(teller, other) : name(teller, other)}`
}

/** Where in the picture known things are that keep their place: `The billiard table is in the middle of the frame.` */
export function layout(teller: Teller): Phrase | undefined {
  const told = layoutOf(teller)
  if (!told) return undefined
  const { where, members, claims } = told
  const verb = verbFor(teller.book, members, where)
  const nouns = [...grouped(members, ({ noun }) => noun.en).values()]
  const who = list(nouns.map((all) => wholly(teller, all)))
  return say`${who} ${verb} ${proven(FRAMED[where], ...claims)}`
}

export const FRAMED: Record<Where, string> = {
  background: 'in the background',
  foreground: 'in the foreground',
  left: 'on the left',
  right: 'on the right',
  center: 'in the middle of the frame',
}
