import type { Claim } from '../claim.ts'
import type { Deed } from '../plan/deed.ts'
import { flightOf } from '../plan/follows.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Tale } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import type { Turn } from '../plan/turns.ts'
import { countWord } from '../predicates/count.ts'
import { opening } from './clause.ts'
import { kindOf } from './group.ts'
import { say } from './phrase.ts'
import { definite, name } from './refer.ts'

/** `a wooden catapult arm swings up and throws a pink ball to the right`; of a seesaw, who drops on it first. */
export function launching(
  teller: Teller,
  tale: Pick<Tale, 'dropper' | 'cause'>,
  thrown: Claim<'throws'>,
  turn?: Turn,
): Phrase {
  const { dropper, cause } = tale
  const { actor, other } = thrown.args
  const flight = flightOf(teller.book, thrown)
  const way = (phrase: Phrase) =>
    flight && cause?.actor === other
      ? say`${phrase} ${proven(`to the ${flight.args.direction}`, flight)}`
      : say`${phrase} ${proven('into the air', thrown)}`
  const told = (): Phrase => {
    if (!dropper) {
      const arm = name(teller, actor)
      if (turn === 'along')
        return way(say`swinging up, ${arm} ${proven('throws', thrown)} ${name(teller, other)}`)
      return way(say`${arm} ${proven('swings up and throws', thrown)} ${name(teller, other)}`)
    }
    const { hits: _, falls: _off, lands: _lands, allLands: _all, ...plain } = dropper
    const lands = teller.book.one('lands', { actor: dropper.actor, other: actor })
    // `Falls and drops` would say it twice.
    const first =
      plain.over.length > 0
        ? say`${opening(teller, { ...plain, leads: true })} and`
        : name(teller, dropper.actor)
    const drop = say`${proven('drops onto', lands)} ${name(teller, actor)}`
    return way(say`${first} ${drop}, which ${proven('throws', thrown)} ${name(teller, other)}`)
  }
  const phrase = told()
  teller.subject = null
  teller.mover = null
  return phrase
}

/** `the first of a row of five steel balls swings down and strikes the next, and the one at the far end swings out`. */
export function relaying(teller: Teller, relay: Claim<'relays'>): Phrase {
  const { actors, between, others, words } = relay.args
  const kind = kindOf(teller, [...actors, ...between, ...others])
  for (const id of [...actors, ...between, ...others]) teller.told.add(id)
  const [n, mid] = [actors.length, between.length].map(countWord) as [string, string]
  const many = actors.length > 1
  const first = say`${proven(many ? `the first ${n} of a row of ${words}` : `the first of a row of ${words}`, relay)} ${kind}`
  const strike = proven(
    many ? 'swing down and strike the next' : 'swings down and strikes the next',
    relay,
  )
  const far = proven(`the ${n} at the far end ${many ? 'swing' : 'swings'} out`, relay)
  teller.subject = null
  teller.mover = null
  const told = say`${first} ${strike}, and ${far}`
  if (teller.detail === 'brief') return told
  return say`${told} while ${proven(`the ${mid} between them ${between.length > 1 ? 'stay' : 'stays'} still`, relay)}`
}

/** `four of them drop into the pockets`, `the cue ball drops into a pocket`. */
export function sinking(teller: Teller, claim: Claim<'pockets'>, cause?: Deed): Phrase {
  const { actors, words } = claim.args
  const [first] = actors as [string]
  if (actors.length === 1 && first === cause?.actor)
    return say`${definite(teller, first)} ${proven('drops into a pocket', claim)}`
  const drop = actors.length === 1 ? 'drops into a pocket' : 'drop into the pockets'
  return proven(`${words} of them ${drop}`, claim)
}
