import type { Deed } from '../plan/deed.ts'
import {
  goesOnWith,
  isEndTold,
  isIndoors,
  lastsAll,
  leadOf,
  meantime,
  startsLate,
} from '../plan/order.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { endOf } from '../plan/follows.ts'
import type { Teller } from '../plan/teller.ts'
import type { Begun } from '../plan/voice.ts'
import { afterwards, inTurn, meanwhile, next as nextDeed, whole } from './clause.ts'
import { ending } from './ending.ts'
import { passing } from './motion.ts'
import { say, wordsIn } from './phrase.ts'

/** `in a park, a red ball rolls ...`; a short clause may have its place behind it, or go on with what its mover does next. */
export function begun(teller: Teller, main: Deed, { first, both, setting }: Begun) {
  const indoors = isIndoors(teller.book.one('setting')?.args.place)
  const early = teller.random.unit() < 0.65 || indoors || wordsIn(first.text) > 9
  const chain = both || !(early || !setting) ? undefined : chained(teller, first, main)
  const phrase = both ?? chain ?? first
  const goesOn = chain !== undefined
  if (!setting) return { phrase, goesOn }
  return { phrase: both || early ? say`${setting}, ${phrase}` : say`${first} ${setting}`, goesOn }
}

/** Longer than this, a clause stands alone. */
const CHAINED = 14

/** `a red ball rolls across the grass and comes to rest`, `a ball rolls to the left, passes in front of a mug, then stops`. */
function chained(teller: Teller, first: Phrase, main: Deed): Phrase | undefined {
  if (wordsIn(first.text) > CHAINED || / and |,/.test(first.text)) return undefined
  if (teller.subject !== main.actor || main.hits) return undefined
  const deeds = afterwards(teller, main, 2)
  const [only, more] = deeds
  if (!only) return undefined
  const picked = teller.random.pick([' and', ', then'] as const)
  // What crosses the table and rolls off it is joined by `and` already.
  const joint = only.text.includes(' and ') ? ', then' : picked
  return more ? inTurn([first, ...deeds]) : say`${first}${joint} ${only}`
}

/** Two deeds at a time in one sentence, joined by `as` or `while`. */
export function together(
  teller: Teller,
  first: Phrase,
  other: Deed,
  main: Deed,
): Phrase | undefined {
  const order = meantime(teller.book, main.actor, other.actor)
  // Who sets off in the midst of it is told of after.
  const isLate = teller.detail !== 'brief' && startsLate(other, main, teller.book)
  if (!order || isLate) return undefined
  const joint = teller.random.pick(['while', 'as'] as const)
  const past = wordsIn(first.text) <= CHAINED ? passingBy(teller, main) : undefined
  const second = meanwhile(teller, other, main)
  const end = isEndTold(teller, other, main, wordsIn(second.text) <= CHAINED)
    ? ending(teller, other)
    : undefined
  return proven(say`${first}${past ?? ''} ${joint} ${second} ${end ? say`and ${end}` : ''}`, order)
}

/** `, passing behind a red hydrant,`: told with its way, and not again. */
function passingBy(teller: Teller, deed: Deed): Phrase | undefined {
  if (teller.detail === 'brief' || deed.hits || deed.bounces) return undefined
  const past = passing(teller, deed, 1)
  if (past) teller.related.add(`passed ${deed.actor}`)
  return past && { ...past, text: `, ${past.text.replace(/^passes/, 'passing')},` }
}

/** Two more deeds at the same time as the main one, in one sentence. */
export function alongside(teller: Teller, deeds: [Deed, Deed], main: Deed): Phrase | undefined {
  const orders = [deeds[0], deeds[1]].map((deed) => meantime(teller.book, main.actor, deed.actor))
  if (teller.mover !== main.actor) return undefined
  if (orders.includes(undefined) || deeds.some((deed) => deed.stops || deed.leaves))
    return undefined
  const [first, second] = deeds.map((deed) => meanwhile(teller, deed, main)) as [Phrase, Phrase]
  const lead = lastsAll(teller, deeds[0]) ? undefined : leadOf(teller, LEADS)
  return proven(say`${lead ?? ''} ${first}, and ${second}`, ...(lead ? orders : []))
}

/** A later or parallel deed as a sentence of its own. */
export function later(teller: Teller, deed: Deed, main: Deed): Phrase {
  const after = nextDeed(teller, deed, main)
  if (after) return after
  const order = goesOnWith(teller, deed)
  const end = endOf({ ...teller, related: new Set(teller.related) }, deed)
  const lead = order && leadOf(teller, lastsAll(teller, deed) && !end ? LASTING : LEADS)
  // What flutters on its pole does so all the while.
  if (!order || !lead || deed.moves.args.verb === 'wave') return whole(teller, deed)
  const told = meanwhile(teller, deed, main)
  const over = ending(teller, deed)
  const { text, claims } = over ? say`${told}, then ${over}` : told
  return { text: `${lead} ${text}`, claims: [...claims, order.id] }
}

const LEADS = ['meanwhile,', 'at the same time,']
const LASTING = ['all the while,']
