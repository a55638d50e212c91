import indefinite from 'indefinite'
import type { Claim, Side } from '../claim.ts'
import { type Detail, detailOf, subjectOf } from '../plan/details.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { stanceOf } from '../plan/stance.ts'
import type { Teller } from '../plan/teller.ts'
import { ending } from './ending.ts'
import { edgeOf, verbOf, WAYS } from './motion.ts'
import { secondsIn } from './blow-time.ts'
import { list, say } from './phrase.ts'
import { again, definite, name, wholly } from './refer.ts'
import { STANCES } from './stance.ts'

/** One more thing that a careful viewer would add; undefined when nothing of the kind is left. */
export function detail(teller: Teller, kind: Detail['kind']): Phrase | undefined {
  const told = detailOf(teller, kind)
  const phrase = told && wordsFor(teller, told)
  if (told) teller.subject = subjectOf(told)
  return phrase
}

function wordsFor(teller: Teller, told: Detail): Phrase {
  switch (told.kind) {
    case 'shades': {
      const [first] = told.members
      const colors = told.shades.map(({ color, proof }) => proven(color, ...proof))
      const exist = told.members.map(({ id }) => teller.book.one('exists', { actor: id }))
      return say`the ${proven(first?.noun.plural ?? '', ...exist)} are ${list(colors)}`
    }
    case 'among': {
      const ids = told.members.map(({ id }) => id)
      const exist = ids.map((id) => teller.book.one('exists', { actor: id }))
      const ones = told.shades.map(({ color, proof }) =>
        proven(`${indefinite(color)} one`, ...proof),
      )
      return say`among the ${proven(told.members[0]?.noun.plural ?? '', ...exist)} are ${list(ones)}`
    }
    case 'tint': {
      const { members, claims } = told
      const plural = members[0]?.noun.plural ?? ''
      const exist = members.map(({ id }) => teller.book.one('exists', { actor: id }))
      const who = claims.length === members.length ? `the ${plural}` : `several of the ${plural}`
      return say`${proven(who, ...exist)} are ${proven(claims[0]?.args.color ?? '', ...claims)}`
    }
    case 'ends': {
      const { claims } = told
      const { other } = (claims[0] as Claim<'ends'>).args
      const who =
        claims.length === 1
          ? again(teller, claims[0]?.args.actor ?? '')
          : list(claims.map(({ args }) => definite(teller, args.actor)))
      const verb = claims.length > 1 ? 'end up' : 'ends up'
      return say`${who} ${proven(`${verb} on`, ...claims)} ${name(teller, other)}`
    }
    case 'one': {
      const { which, deed } = told
      const { plural } = teller.book.facts.member(deed.actor).noun
      const exists = teller.book.one('exists', { actor: deed.actor })
      const [way] = deed.heads
      const who = proven(`the ${which} of the ${plural}`, exists)
      const end = deed.leaves ? ending(teller, deed) : undefined
      const goes = say`${who} ${verbOf(teller, deed)} ${proven(WAYS[way?.args.direction ?? 'left'], way)}`
      return end ? say`${goes}, then ${end}` : goes
    }
    case 'begins': {
      const { claim, ends } = told
      const [actor = ''] = claim.args.actors
      const starts = say`${definite(teller, actor)} ${proven('starts on', claim)} ${name(teller, claim.args.other)}`
      return say`${starts} and ${proven('ends up on', ends)} ${name(teller, ends.args.other)}`
    }
    case 'stands': {
      const { actors, other } = told.claim.args
      const { book } = teller
      const members = actors.map((id) => book.facts.member(id))
      const { stance } = stanceOf(book, members, `on ${other}`)
      const act = proven(`${STANCES[stance][1]} on`, told.claim)
      return say`at first, ${wholly(teller, members)} ${act} ${name(teller, other)}`
    }
    case 'rest': {
      const [{ args }] = told.claims as [Claim<'ends'>]
      const { plural } = teller.book.facts.member(args.actor).noun
      return say`${proven(`several of the ${plural} end up on`, ...told.claims)} ${name(teller, args.other)}`
    }
    case 'time': {
      const { actor, others } = told.claim.args
      const [first] = others as [string]
      const whom =
        others.length === 1
          ? definite(teller, first)
          : `the ${teller.book.facts.member(first).noun.plural}`
      return say`${again(teller, actor)} ${proven('hits', told.claim)} ${whom} about ${secondsIn(told.claim)} into the clip`
    }
    case 'fates': {
      const { claim } = told
      const { words, actors, end, at } = claim.args
      const plural = teller.book.facts.member(actors[0] as string).noun.plural
      const who = words === 'all' ? `all of the ${plural}` : `${words} of the ${plural}`
      const s = words === 'one' ? 's' : ''
      if (end === 'leaves') return proven(`${who} leave${s} the frame ${edgeOf(at as Side)}`, claim)
      return say`${proven(`${who} end${s} up on`, claim)} ${name(teller, at)}`
    }
  }
}
