import type { Deed } from './motion.ts'
import { baseForm, directionOf, passing, passingMover, pathOf, verbOf } from './motion.ts'
import { proven, say, type Phrase } from './phrase.ts'
import { again, name, type Teller } from './refer.ts'

/** The first clause about a mover: `a red ball rolls across the table from left to right`. */
export function opening(teller: Teller, deed: Deed): Phrase {
  const who = name(teller, deed.actor)
  const path = pathOf(teller, deed)
  teller.subject = deed.actor
  if (deed.enters && deed.leaves) return say`${who} ${proven('crosses the frame', deed.moves, deed.enters, deed.leaves)} ${directionOf(teller, deed)}`
  const verb = verbOf(teller, deed)
  if (deed.enters) return say`${who} ${verb} in ${proven(`from the ${deed.enters.args.side}`, deed.enters)} ${path}`
  return say`${who} ${verb} ${path} ${directionOf(teller, deed)}`
}

/** What someone else does meanwhile: `a blue car drives past behind her in the opposite direction`. */
export function meanwhile(teller: Teller, deed: Deed, main: Deed): Phrase {
  const past = passingMover(teller, deed, main)
  const who = name(teller, deed.actor)
  const verb = verbOf(teller, deed)
  const path = past ?? pathOf(teller, deed)
  teller.subject = deed.actor
  return say`${who} ${verb} ${path} ${directionOf(teller, deed, main)}`
}

/** `It passes in front of a mug, then stops.`; undefined when there is nothing to add. */
export function sequel(teller: Teller, deed: Deed, most: number): Phrase | undefined {
  const past = passing(teller, deed, most)
  const end = ending(teller, deed)
  if (!past && !end) return undefined
  const who = again(teller, deed.actor)
  teller.subject = deed.actor
  if (past && end) return say`${who} ${past}, then ${end}`
  return say`${who} ${(past ?? end) as Phrase}`
}

/** `stops`, `comes to rest`, `leaves the frame on the left`. */
export function ending(teller: Teller, deed: Deed): Phrase | undefined {
  if (deed.leaves && !deed.enters) return proven(`leaves the frame on the ${deed.leaves.args.side}`, deed.leaves)
  if (deed.stops) return proven(teller.random.pick(['stops', 'comes to a stop', 'comes to rest'] as const), deed.stops)
  return undefined
}

/** What begins when something else is over: `then a purple top starts to spin`. */
export function next(teller: Teller, deed: Deed, before: Deed): Phrase | undefined {
  const order = teller.book.one('order', { first: before.actor, second: deed.actor, relation: 'before' })
  if (!order) return undefined
  const who = name(teller, deed.actor)
  const verb = verbOf(teller, deed)
  const path = pathOf(teller, deed)
  teller.subject = deed.actor
  const act = deed.starts ? say`starts to ${proven(baseForm(verb), deed.starts)}` : verb
  return say`${who} ${act} ${path} ${directionOf(teller, deed)} ${proven('', order)}`
}
