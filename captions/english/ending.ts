import type { Claim } from '../claim.ts'
import type { Deed } from '../plan/deed.ts'
import { endOf, floorOf, timedOf } from '../plan/follows.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { areAllOfTwo, isTheOther, isUnique, type Teller } from '../plan/teller.ts'
import { restOf } from '../plan/thirds.ts'
import { edgeOf, ingForm, THIRDS } from './motion.ts'
import { say } from './phrase.ts'
import { definite, name } from './refer.ts'

/** `The car stops.`: how it ends with someone who was told of together with another. */
export function finale(teller: Teller, deed: Deed): Phrase | undefined {
  // `The block` among many blocks would be any of them.
  if (deed.crowd.length > 1 || !(isUnique(teller, deed.actor) || isTheOther(teller, deed.actor)))
    return undefined
  const end = ending(teller, deed)
  if (!end) return undefined
  teller.subject = deed.actor
  if (deed.falls) teller.mover = deed.actor
  return say`${definite(teller, deed.actor)} ${end}`
}

/** `Both balls come to rest`, `the ball and the orange come to a stop`. */
export function halt(teller: Teller, deeds: [Deed, Deed]): Phrase {
  const [one, other] = deeds.map(({ actor }) => actor) as [string, string]
  const ends = deeds.map(({ stops }) => stops)
  const words = teller.random.pick(['come to rest', 'come to a stop'] as const)
  const { plural } = teller.book.facts.member(one).noun
  const who = areAllOfTwo(teller, one, other)
    ? `both ${plural}`
    : say`${definite(teller, one)} and ${definite(teller, other)}`
  for (const id of [one, other]) teller.related.add(`halts ${id}`)
  teller.subject = null
  return say`${who} ${proven(words, ...ends)}`
}

/** `The wrecking ball keeps swinging.` */
export function goingOn(teller: Teller, { actor, moves }: Deed): Phrase {
  const who = definite(teller, actor)
  teller.subject = actor
  return say`${who} ${proven('keeps', moves)} ${ingForm({ text: moves.args.verb, claims: [] })}`
}

/** `stops`, `comes to rest`, `leaves the frame on the left`. */
export function ending(teller: Teller, deed: Deed): Phrase | undefined {
  const end = endOf(teller, deed)
  switch (end?.predicate) {
    case 'falls_off':
      return fallingOff(teller, deed, end)
    case 'leaves': {
      const { side } = end.args
      const isTold =
        deed.heads.some(({ args }) => args.direction === side) && teller.detail !== 'brief'
      const goes = proven(isTold ? 'leaves the frame' : `leaves the frame ${edgeOf(side)}`, end)
      return say`${goes} ${timeOf(teller, deed, 'leaves')}`
    }
    case 'ends':
      return say`${proven('ends up on', end)} ${name(teller, end.args.other)}`
    case 'stops': {
      const rolls =
        deed.moves.args.verb === 'roll' && teller.book.facts.holds.get(deed.actor) === 'free'
      const first = rolls ? ('rolls to a stop' as const) : ('stops' as const)
      const words = teller.random.pick([first, 'comes to a stop', 'comes to rest'] as const)
      return say`${proven(words, end, rolls ? deed.moves : undefined)} ${restWords(teller, deed)} ${timeOf(teller, deed, 'stops')}`
    }
    case undefined:
      return undefined
  }
}

/** `next to an armchair`, `in the middle of the frame`. */
function restWords(teller: Teller, deed: Deed): Phrase | '' {
  const rest = restOf(teller, deed)
  if (!rest) return ''
  if (rest.predicate === 'ends_in') return proven(`${THIRDS[rest.args.where]} of the frame`, rest)
  return say`${proven(RESTS[rest.args.relation], rest)} ${name(teller, rest.args.other)}`
}

const RESTS = {
  on: 'on',
  'next to': 'next to',
  'left of': 'to the left of',
  'right of': 'to the right of',
} as const

/** `about three seconds into the clip`. */
function timeOf(teller: Teller, { actor }: Deed, event: 'stops' | 'leaves'): Phrase | '' {
  const claim = timedOf(teller, actor, event)
  if (!claim) return ''
  const { seconds } = claim.args
  return proven(`about ${seconds} ${seconds === 'one' ? 'second' : 'seconds'} into the clip`, claim)
}

/** `rolls off the table`, `falls off the shelf`; `rolls off it` where it was named just now. */
export function fallingOff(
  teller: Teller,
  deed: Deed,
  falls: Claim<'falls_off'>,
  isNamed = false,
): Phrase {
  const { verb } = deed.moves.args
  const goes = verb === 'roll' ? 'rolls off' : verb === 'slide' ? 'slides off' : 'falls off'
  const whence = isNamed ? 'it' : name(teller, falls.args.other)
  const edge = say`${proven(goes, falls, deed.moves)} ${whence}`
  const floor = floorOf(teller, falls)
  if (!floor) return edge
  return say`${edge} and ${proven('drops onto', floor)} ${name(teller, floor.args.other)}`
}
