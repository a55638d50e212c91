import type { Claim } from '../claim.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { deedsOf } from './deeds.ts'
import type { Tale } from './plot.ts'
import { isOneOfMany, isUnique, type Teller } from './teller.ts'
import { restOf } from './thirds.ts'

/** What strikes and does nothing else. */
const STRIKER = /\b(?:cue|bat|mallet|racket|club|hammer|pendulum)$/

export function isStriker({ facts }: Book, id: string): boolean {
  return STRIKER.test(facts.member(id).noun.en)
}

/** What a cue sends off: what that does, and what it meets in turn; undefined of what moves for its own sake. */
export function strokeOf(
  book: Book,
  { actor, hits }: Deed,
): { hits: Claim<'hits'>; struck: Deed; on: Claim<'hits'> | undefined } | undefined {
  const struck = deedAgainst(book, hits)
  const isPushed = book.facts.holds.get(actor) === 'none'
  if (!hits || !struck || !isPushed || !isStriker(book, actor)) return undefined
  return { hits, struck, on: struck.crowd.length === 1 ? struck.hits : undefined }
}

/** What is done by whom a blow struck. */
export function deedAgainst(book: Book, hits: Claim<'hits'> | undefined): Deed | undefined {
  return hits && deedsOf(book).find(({ actor }) => actor === hits.args.other)
}

/** The one that is knocked over or away, and what proves that it topples. */
export function knockOf(
  book: Book,
  { hits, knocks }: Deed,
): { claim: Claim<'knocks'>; isOver: boolean; topples: Claim<'topples'> | undefined } | undefined {
  if (!hits || knocks?.args.others.length !== 1 || knocks.args.how === 'apart') return undefined
  const actor = hits.args.other
  const isLoose = book.one('breaks_off', { actor })?.args.other !== undefined
  return {
    claim: knocks,
    isOver: knocks.args.how === 'over' && !isLoose,
    topples: book.one('topples', { actor }),
  }
}

/** Where it gets after the last of the ramps. */
export function acrossAfter(book: Book, { actor, descent }: Deed): Claim<'over'> | undefined {
  const last = Math.max(...(descent?.down ?? []).map(({ frames }) => frames[1]))
  return (
    descent &&
    book
      .all('over', { actor })
      .find(({ frames, args }) => frames[0] >= last - book.facts.fps / 8 && args.how === 'across')
  )
}

/** On it rather than off it: what it bounces against is below it then. */
export function bouncesUpon({ facts }: Book, { args, frames }: Claim<'bounces'>): boolean {
  const [mine, its] = [args.actor, args.other].map((id) => facts.member(id).bounds(frames[0] + 1))
  return (
    mine !== undefined &&
    its !== undefined &&
    its.max[1] <= mine.min[1] + 0.3 * (mine.max[1] - mine.min[1])
  )
}

/** What it bounces on, on its way to what it strikes; of a cloth and the table below it the cloth. */
export function bounceBefore(
  book: Book,
  { thrown, cause, hits }: Pick<Tale, 'thrown' | 'cause' | 'hits'>,
): Claim<'bounces'> | undefined {
  const actor = thrown?.args.other ?? cause?.actor
  if (actor === undefined || !hits) return undefined
  const topOf = ({ args }: Claim<'bounces'>) => book.facts.member(args.other).bounds(0).max[1]
  return book
    .all('bounces', { actor })
    .filter((one) => one.frames[0] < hits.frames[0] && bouncesUpon(book, one))
    .filter(({ args }) => book.one('exists', { actor: args.other }) !== undefined)
    .toSorted((a, b) => topOf(b) - topOf(a))[0]
}

/** The claim that tells how it ends; undefined when nothing is to be told of that. */
export function endOf(
  teller: Teller,
  deed: Deed,
): Claim<'falls_off' | 'leaves' | 'stops' | 'ends'> | undefined {
  const { actor, falls, leaves, enters, stops, lands, moves, hits } = deed
  if (falls) return falls
  const upon = moves.args.verb === 'fall' && !lands && isUnique(teller, actor)
  const [ends] = upon ? teller.book.all('ends', { actor, relation: 'on' }) : []
  if (ends) teller.related.add(`ends ${actor}`)
  if (ends) return ends
  if (leaves && !isOneOfMany(teller, actor) && (!enters || teller.detail === 'full')) return leaves
  // Where both of a blow come to rest, the one that was struck is told of, and the other by where that is.
  const struck = hits && teller.related.has(`halts ${hits.args.other}`)
  if (struck && !restOf({ ...teller, related: new Set(teller.related) }, deed)) return undefined
  // What falls ends by itself.
  return stops && !lands && moves.args.verb !== 'fall' ? stops : undefined
}

/** How often a text tells when something is over. */
const TIMES = 2

/** About when it ends with somebody, for those who want all; not of everyone. */
export function timedOf(
  { book, detail, related }: Teller,
  actor: string,
  event: 'stops' | 'leaves',
): Claim<'timed'> | undefined {
  const told = [...related].filter((key) => key.startsWith('timed ')).length
  const own = book.all('timed', { actor, event })
  // Of one that stops again and again it would be open which time is meant.
  const [claim, again] = own
  if (detail !== 'full' || !claim || again || told >= TIMES) return undefined
  related.add(`timed ${actor}`)
  return claim
}

/** Where it ends up that fell off something, when that is another thing or the ground in view. */
export function floorOf(
  { book, detail }: Teller,
  { args, frames }: Claim<'falls_off'>,
): Claim<'lands'> | undefined {
  const floor = book
    .all('lands', { actor: args.actor })
    .find((one) => one.frames[0] >= frames[0] && one.args.other !== args.other)
  const isRoom = floor && book.facts.member(floor.args.other).class === 'room'
  return isRoom || detail === 'brief' ? undefined : floor
}

/** To which side what is thrown flies. */
export function flightOf(book: Book, thrown: Claim<'throws'>): Claim<'heads'> | undefined {
  return book
    .all('heads', { actor: thrown.args.other })
    .find(
      ({ frames, args }) =>
        frames[0] <= thrown.frames[1] && ['left', 'right'].includes(args.direction),
    )
}
