import type { Claim } from '../claim.ts'
import { ROOMS } from '../predicates/setting.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { isOneOfMany, type Teller } from './teller.ts'

/** What proves that two of them are at it at the same time. */
export function meantime(book: Book, one: string, other: string): Claim<'order'> | undefined {
  return (
    book.one('order', { first: one, second: other, relation: 'while' }) ??
    book.one('order', { first: other, second: one, relation: 'while' })
  )
}

/** What proves that one begins when the other is over; undefined where the reader would not take it to be the other. */
export function comesAfter(
  { book, mover }: Teller,
  { actor }: Deed,
  before: Deed,
): Claim<'order'> | undefined {
  const order = book.one('order', { first: before.actor, second: actor, relation: 'before' })
  return before.stops || mover === before.actor ? order : undefined
}

/** The reader takes `meanwhile` to be at the time of what was told last. */
export function goesOnWith({ book, mover }: Teller, { actor }: Deed): Claim<'order'> | undefined {
  return mover === null ? undefined : meantime(book, mover, actor)
}

/** Goes on through nearly the whole clip: needs no word for when. */
export function lastsAll(
  { book }: Teller,
  {
    moves: {
      frames: [from, to],
    },
  }: Deed,
): boolean {
  return to - from >= 0.8 * book.facts.frames
}

/** How a sentence about the same time begins, each once in a text; none when all are used up. */
export function leadOf({ related }: Teller, leads: readonly string[]): string | undefined {
  const lead = leads.find((one) => !related.has(one))
  if (lead) related.add(lead)
  return lead
}

/** Starts in the midst of what the other does. */
export function startsLate({ starts, enters, moves }: Deed, main: Deed, { facts }: Book): boolean {
  return starts !== undefined && !enters && moves.frames[0] > main.moves.frames[0] + facts.fps / 2
}

/** On the same ground as the main one: not told twice. */
export function sharesPath(deed: Deed, main: Deed): boolean {
  return (
    deed.over.length > 0 &&
    deed.over.every(({ args }) => main.over.some((over) => over.args.other === args.other))
  )
}

/** That it stops is told with what it does, where there is room, and not again; of both that stop it is told after. */
export function isEndTold(
  { detail, related }: Teller,
  deed: Deed,
  main: Deed,
  hasRoom: boolean,
): boolean {
  const isTold = hasRoom && detail !== 'brief' && halts(deed) && !halts(main)
  if (isTold) related.add(`halts ${deed.actor}`)
  return isTold
}

/** One that comes to rest, and that is how it ends. */
export function halts({ crowd, stops, falls, leaves, lands, moves }: Deed): boolean {
  const isOver = falls ?? leaves ?? lands
  return crowd.length === 1 && stops !== undefined && !isOver && moves.args.verb !== 'fall'
}

/** To the same side as the main one. */
export function sharesWay({ heads }: Deed, main: Deed): boolean {
  const side = heads.find(({ args }) => args.direction === 'left' || args.direction === 'right')
  return main.heads.some(({ args }) => args.direction === side?.args.direction)
}

/** What was thrown has not fallen off the arm. */
export function landed(deed: Deed, arm: string | undefined): Deed {
  const { falls, ...rest } = deed
  return falls?.args.other === arm ? rest : deed
}

/** How much of place and hour is to be told; not the place when a path names it already (`across a room`). */
export function settingOf(
  { book, earlier }: Teller,
  deeds: (Deed | undefined)[],
): 'all' | 'hour' | undefined {
  // A cut seldom leads to another place, and the reader knows this one.
  if (earlier.length > 0) return undefined
  const { facts, one } = book
  const place = one('setting')?.args.place
  const named = deeds
    .flatMap((deed) => deed?.over ?? [])
    .some(
      ({ args }) =>
        facts.member(args.other).class === 'room' || facts.member(args.other).noun.en === place,
    )
  return named ? 'hour' : 'all'
}

/** Where the place is told in a default caption: before all, within the way of who goes somewhere, or nowhere. */
export type Placing = 'first' | 'within' | 'nowhere'

/** How often it is told first, and how often within. */
const FIRST = 0.3
const WITHIN = 0.4
/** Of which one sees at a glance that it is one. */
const PLAIN: readonly string[] = ['room', 'yard']

/** Captions of one template would all begin alike otherwise. @param within whether the sentence has room for it */
export function placingOf({ book, detail, random }: Teller, within: boolean): Placing {
  if (detail !== 'normal') return 'first'
  const chance = random.fork('placing').unit()
  if (chance < FIRST) return 'first'
  // `Rolls across a table in a room` tells of the room last what is seen first.
  if (PLAIN.includes(book.one('setting')?.args.place ?? '')) return 'nowhere'
  return within && chance < FIRST + WITHIN ? 'within' : 'first'
}

/** That it is day goes without saying, but in a full account that tells nothing of the light. */
export function isDayNews({ book, detail }: Pick<Teller, 'book' | 'detail'>): boolean {
  return detail === 'full' && book.all('light').length === 0
}

/** A room, whatever it is called. */
export function isIndoors(place: string | undefined): boolean {
  return place !== undefined && (place === 'room' || ROOMS.includes(place))
}

/** Who is told to be in a room knows that there is one. */
export function roomIn(book: Book, { args }: Claim<'setting'>): Claim<'exists'> | undefined {
  const room = isIndoors(args.place) && book.facts.members.find(({ kind }) => kind === 'room')
  return room ? book.one('exists', { actor: room.id }) : undefined
}

/** One of many alike, after another of them: `another block tumbles` a third time tells a reader nothing. */
export function isOneMore(teller: Teller, { actor, crowd }: Deed): boolean {
  const { facts } = teller.book
  const { en } = facts.member(actor).noun
  const told = facts.members.filter(({ id, noun }) => noun.en === en && teller.told.has(id))
  return crowd.length === 1 && told.length > 1 && isOneOfMany(teller, actor)
}
