import type { Claim } from '../claim.ts'
import { doing, type Deed } from '../plan/deed.ts'
import { acrossAfter, bouncesUpon, deedAgainst, knockOf, strokeOf } from '../plan/follows.ts'
import { comesAfter, sharesPath, sharesWay, startsLate } from '../plan/order.ts'
import { haltsOf } from '../plan/blow.ts'
import { listed, type Phrase, proven } from '../plan/phrase.ts'
import { isUnique, noteDoers, type Teller } from '../plan/teller.ts'
import { doerOf } from './crowd.ts'
import {
  baseForm,
  directionOf,
  goneFrom,
  ingForm,
  passing,
  passingMover,
  pathOf,
  verbOf,
} from './motion.ts'
import { blowTime } from './blow-time.ts'
import { ending, fallingOff } from './ending.ts'
import { say } from './phrase.ts'
import { again, anyOne, name } from './refer.ts'

/** The first clause about a mover: `a red ball rolls across the table from left to right`. */
export function opening(teller: Teller, deed: Deed, where: Phrase | '' = ''): Phrase {
  const known = deed.crowd.length === 1 && teller.told.has(deed.actor)
  const who = known ? again(teller, deed.actor) : doerOf(teller, deed)
  const path = pathOf(teller, deed, deed.hits || deed.leads ? 1 : 2)
  noteDoers(teller, deed)
  if (deed.enters && deed.leaves && !deed.leads && teller.detail !== 'full')
    return say`${who} ${proven('crosses the frame', deed.moves, deed.enters, deed.leaves)} ${directionOf(teller, deed)}`
  if (deed.breaks && deed.breaks.args.other !== undefined) {
    const base = name(teller, deed.breaks.args.other)
    return say`${who} ${proven('breaks off', deed.breaks)} ${base} and ${verbOf(teller, deed)} ${path}`
  }
  const stroke = striking(teller, deed, who)
  if (stroke) return stroke
  const verb = verbOf(teller, deed)
  if (deed.enters) {
    const [depth] = deed.heads.filter(({ args }) => /toward|away/.test(args.direction))
    const on = depth && teller.detail !== 'brief' ? directionOf(teller, deed) : ''
    const from = proven(`from the ${deed.enters.args.side}`, deed.enters)
    const comes = deed.moves.args.verb === 'move' ? proven('comes', ...deed.all) : verb
    return say`${who} ${comes} in ${from} ${path} ${where} ${deed.hits ? '' : on}`
  }
  const pace =
    teller.detail === 'full' && deed.pace ? proven(PACES[deed.pace.args.pace], deed.pace) : ''
  const short = path.text !== '' && teller.detail === 'brief'
  const direction =
    short || (deed.leads && deed.moves.args.verb === 'swing') ? '' : directionOf(teller, deed)
  const bump = bumping(teller, deed)
  // The collision tells where it went: the direction is left to what was hit, where that goes on.
  const blunt = bump && !bump.goesOn && teller.detail === 'full'
  return say`${who} ${verb} ${pace} ${path} ${where} ${bump && !blunt ? '' : direction} ${bump?.phrase ?? ''}`
}

/** `a billiard cue strikes a cue ball, which rolls across the table and hits a yellow ball`: what only moves to strike. */
export function striking(teller: Teller, deed: Deed, who: Phrase): Phrase | undefined {
  const stroke = strokeOf(teller.book, deed)
  if (!stroke) return undefined
  const { hits, struck, on } = stroke
  const first = say`${who} ${proven('strikes', hits)} ${name(teller, hits.args.other)}`
  teller.subject = null
  const path = say`${verbOf(teller, struck)} ${pathOf(teller, struck, 1)}`
  if (on)
    return say`${first}, which ${path} and ${proven('hits', on)} ${name(teller, on.args.other)}`
  return teller.detail === 'brief'
    ? say`${first}, which ${path}`
    : say`${first}, which ${path} ${directionOf(teller, struck)}`
}

/**
 * `and bumps into an orange, which rolls to the right`, `and bumps into an orange, sending it rolling to the right`.
 * @returns goesOn when it tells what the struck one does
 */
function bumping(teller: Teller, deed: Deed): { phrase: Phrase; goesOn: boolean } | undefined {
  const { book } = teller
  if (!deed.hits) return undefined
  const { other } = deed.hits.args
  const knock = knockOf(book, deed)
  if (knock) {
    const { claim, isOver, topples } = knock
    teller.subject = null
    if (isOver) {
      const words = topples ? 'knocks over' : 'knocks down'
      const phrase = say`and ${proven(words, deed.hits, claim, topples)} ${name(teller, other)}`
      return { phrase, goesOn: false }
    }
    const phrase = say`and ${proven('knocks', deed.hits, claim)} ${name(teller, other)} ${goneFrom(teller, other, claim)}`
    return { phrase, goesOn: false }
  }
  const hit = deedAgainst(book, deed.hits)
  const who = name(teller, other)
  const time = blowTime(teller, deed.hits)
  const drives = book.facts.member(deed.actor).class === 'vehicle'
  const blow = say`and${time} ${proven(drives ? 'crashes into' : 'bumps into', deed.hits)} ${who}`
  // Whom `it` would mean is open now.
  teller.subject = null
  if (!hit || teller.detail === 'brief') return { phrase: blow, goesOn: false }
  const goes = verbOf(teller, hit)
  const way = () => say`${pathOf(teller, hit)} ${directionOf(teller, hit)}`
  if (
    SENT.test(hit.moves.args.verb) &&
    hit.crowd.length === 1 &&
    isThing(teller, other) &&
    teller.random.fork('sends').unit() < 0.5
  )
    return { phrase: say`${blow}, sending it ${ingForm(goes)} ${way()}`, goesOn: true }
  const told = say`${blow}, which ${goes} ${way()}`
  const end = haltsOf(teller, hit) ? ending(teller, hit) : undefined
  teller.subject = null
  return { phrase: end ? say`${told} and ${end}` : told, goesOn: true }
}

/** What one that is struck is sent doing. */
const SENT = /^(?:roll|slide|tumble|fly)$/

function isThing({ book }: Teller, id: string): boolean {
  return book.facts.member(id).noun.pronoun === 'it'
}

const PACES = { slow: 'slowly', easy: 'at an easy pace', brisk: 'at a brisk pace' }

/** What someone else does meanwhile: `a blue car drives past behind her in the opposite direction`. */
export function meanwhile(teller: Teller, deed: Deed, main: Deed): Phrase {
  const { book } = teller
  const told = teller.subject
  const past = passingMover(teller, deed, main)
  const who = doerOf(teller, deed)
  const verb = verbOf(teller, deed)
  if (teller.detail === 'brief') {
    noteDoers(teller, deed)
    if (past)
      return say`${who} ${verb} ${proven('past', ...deed.passes.filter(({ args }) => args.other === main.actor))}`
    const direction = directionOf(teller, deed, told === main.actor ? main : undefined)
    return say`${who} ${verb} ${sharesPath(deed, main) && direction.text ? direction : pathOf(teller, deed)}${deed.over.length === 0 ? say` ${direction}` : ''}`
  }
  const path = past ?? (sharesPath(deed, main) && deed.heads.length > 0 ? '' : pathOf(teller, deed))
  noteDoers(teller, deed)
  const entry =
    teller.detail === 'full' && deed.enters
      ? say`${proven(`comes into view on the ${deed.enters.args.side}`, deed.enters)} and`
      : ''
  const late = teller.detail === 'full' && startsLate(deed, main, book)
  const act = late ? say`starts to ${proven(baseForm(verb), deed.starts)}` : verb
  const known = told === main.actor
  // Who passes another goes the way of that one, where nothing else is told.
  const way =
    past && known && sharesWay(deed, main)
      ? ''
      : directionOf(teller, deed, known ? main : undefined)
  return say`${who} ${entry} ${act} ${path} ${way}`
}

/** One deed from beginning to end in a sentence: `a ball rolls to the right, then stops`. */
export function whole(teller: Teller, deed: Deed): Phrase {
  const end = ending(teller, deed)
  // It falls, and falls off: once is enough.
  if (end && deed.falls && deed.moves.args.verb === 'fall') {
    const who = doerOf(teller, deed)
    noteDoers(teller, deed)
    return say`${who} ${end}`
  }
  const first = opening(teller, deed)
  return end ? say`${first}, then ${end}` : first
}

/** `It passes in front of a mug, then stops.`; undefined when there is nothing to add. */
export function sequel(teller: Teller, deed: Deed, most: number): Phrase | undefined {
  if (teller.subject !== deed.actor && !isUnique(teller, deed.actor)) return undefined
  const who = again(teller, deed.actor)
  const told = afterwards(teller, deed, most)
  if (told.length === 0) return undefined
  teller.subject = deed.actor
  return say`${who} ${inTurn(told)}`
}

/** What follows on what was told of it, in order: `passes in front of a mug`, `stops`. */
export function afterwards(teller: Teller, deed: Deed, most: number): Phrase[] {
  const bounce = bouncing(teller, deed)
  const on = rollingOn(teller, deed)
  const isTold = teller.related.has(`passed ${deed.actor}`)
  const past =
    bounce || on || deed.hits || deed.descent || isTold ? undefined : passing(teller, deed, most)
  const back = deed.returns && returning(deed.returns)
  if (
    on &&
    deed.falls &&
    !bounce &&
    acrossAfter(teller.book, deed)?.args.other === deed.falls.args.other
  ) {
    teller.mover = deed.actor
    return [say`${on} and ${fallingOff(teller, deed, deed.falls, true)}`]
  }
  const end = ending(teller, deed)
  if (bounce || back || on || deed.falls) teller.mover = deed.actor
  return [bounce, back, on, past, end].flatMap((phrase) => phrase ?? [])
}

/** `passes in front of a mug, then stops`. */
export function inTurn(deeds: readonly Phrase[]): Phrase {
  return listed(deeds, ', ', ', then ')
}

/** `rolls across the table`: where it gets after the last of the ramps. */
function rollingOn(teller: Teller, deed: Deed): Phrase | undefined {
  const after = acrossAfter(teller.book, deed)
  if (!after) return undefined
  // Of those who came down together it is told of one.
  const alone = { ...deed, crowd: [deed.actor] }
  // That it rolls was said of the ramps.
  return say`${proven('crosses', ...alone.all, after)} ${name(teller, after.args.other)}`
}

/** `bounces off the wall`, `bounces on the table`; not what the verb of its motion has said. */
function bouncing(teller: Teller, { bounces, moves }: Deed): Phrase | undefined {
  if (!bounces || moves.args.verb === 'bounce') return undefined
  const verb = bouncesUpon(teller.book, bounces) ? 'bounces on' : 'bounces off'
  return say`${proven(verb, bounces)} ${anyOne(teller, bounces.args.other)}`
}

/** `rolls back to the left`. */
function returning(claim: Claim<'returns'>): Phrase {
  const { verb, direction } = claim.args
  return proven(`${verb === 'roll' ? 'rolls' : 'comes'} back to the ${direction}`, claim)
}

/** `She waves.`: what someone who was told of does besides. */
export function besides(teller: Teller, { actor, also, crowd }: Deed): Phrase | undefined {
  const known = teller.subject === actor || isUnique(teller, actor)
  if (!also || crowd.length > 1 || !known) return undefined
  const who = again(teller, actor)
  teller.subject = actor
  return say`${who} ${verbOf(teller, doing(actor, also))}`
}

/** What begins when something else is over: `once it has stopped, a purple top starts to spin`. */
export function next(teller: Teller, deed: Deed, before: Deed): Phrase | undefined {
  const order = comesAfter(teller, deed, before)
  if (!order) return undefined
  const since = before.stops
    ? say`once ${again(teller, before.actor)} ${proven('has stopped', before.stops)}`
    : say`after that`
  const who = doerOf(teller, deed)
  const verb = verbOf(teller, deed)
  const path = pathOf(teller, deed)
  noteDoers(teller, deed)
  const act = deed.starts ? say`starts to ${proven(baseForm(verb), deed.starts)}` : verb
  return proven(say`${since}, ${who} ${act} ${path} ${directionOf(teller, deed)}`, order)
}
