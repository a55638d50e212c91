import type { Claim } from '../claim.ts'
import { baseOf } from '../plan/base.ts'
import { type Consequence, isCounted } from '../plan/consequences.ts'
import type { Deed } from '../plan/deed.ts'
import { eachDeed } from '../plan/deeds.ts'
import { bounceBefore, isStriker } from '../plan/follows.ts'
import { isNumbered, type Outcome } from '../plan/outcomes.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { othersOf, type Tale } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import type { Turn } from '../plan/turns.ts'
import type { Beginning } from '../plan/voice.ts'
import { opening } from './clause.ts'
import { crowdOf, heapOf, kindOf, rowOf, shareOf } from './group.ts'
import { launching, relaying, sinking } from './machine.ts'
import { blowTime } from './blow-time.ts'
import {
  directionOf,
  directionWords,
  edgeOf,
  goneFrom,
  ingForm,
  pathOf,
  verbOf,
  WAYS,
} from './motion.ts'
import { say } from './phrase.ts'
import { again, definite, name } from './refer.ts'

/** How it begins: `a blue ball rolls down a ramp and bumps into the first of dozens of red dominoes`. */
export function beginning(teller: Teller, tale: Tale, { where, turn }: Beginning = {}): Phrase {
  const { cause, row, pile, relay, thrown, starter } = tale
  if (relay) return relaying(teller, relay)
  if (thrown) return launching(teller, tale, thrown, turn)
  if (!cause) return row ? falling(teller, row) : collapsing(teller, pile as Claim<'collapses'>)
  const { hits: _, falls: _off, ...plain } = cause
  const deed = { ...plain, leads: true }
  switch (turn) {
    case 'passive':
      return suffering(teller, deed, tale)
    case 'along': {
      const first = going(teller, deed)
      const who = name(teller, deed.actor)
      return led(
        teller,
        deed,
        say`${first}, ${who}${blowTime(teller, tale.hits)} ${consequence(teller, tale)}`,
      )
    }
    case 'as': {
      const first = opening(teller, deed)
      return led(
        teller,
        deed,
        say`as ${first}, ${again(teller, deed.actor)} ${consequence(teller, tale)}`,
      )
    }
  }
  if (starter) return started(teller, deed, tale, starter, turn)
  const bounce = bounceBefore(teller.book, tale)
  if (bounce) {
    // What it flies over it has not gone across.
    const first = opening(teller, { ...deed, over: [] }, where)
    const upon = say`${proven('bounces on', bounce)} ${name(teller, bounce.args.other)}`
    const effect = consequence(teller, tale)
    return led(teller, deed, say`${first}, ${upon} and${blowTime(teller, tale.hits)} ${effect}`)
  }
  const first = opening(teller, deed, where)
  return led(
    teller,
    deed,
    say`${first} and${blowTime(teller, tale.hits)} ${consequence(teller, tale)}`,
  )
}

/** The next sentence may take up the cause. */
function led(teller: Teller, { actor }: Deed, phrase: Phrase): Phrase {
  teller.subject = actor
  teller.mover = actor
  return phrase
}

/** `a cue strikes a cue ball, which rolls ...`, `struck by a cue, a cue ball rolls ...`, `when a cue strikes a cue ball, the cue ball rolls ...`. */
function started(
  teller: Teller,
  deed: Deed,
  tale: Tale,
  starter: Claim<'hits'>,
  turn: Turn | undefined,
): Phrase {
  const { actor } = deed
  const goes = () =>
    say`${verbOf(teller, deed)} ${pathOf(teller, deed, 1)} and${blowTime(teller, tale.hits)} ${consequence(teller, tale)}`
  const by = name(teller, starter.args.actor)
  if (turn === 'struck') {
    const first = say`${proven('struck by', starter)} ${by}, ${name(teller, actor)}`
    return led(teller, deed, say`${first} ${goes()}`)
  }
  const first = say`${by} ${proven(strikes(teller, starter), starter)} ${name(teller, actor)}`
  if (turn === 'when')
    return led(teller, deed, say`when ${first}, ${definite(teller, actor)} ${goes()}`)
  teller.subject = null
  teller.mover = null
  return say`${first}, which ${goes()}`
}

function strikes({ book }: Teller, { args: { actor } }: Claim<'hits'>): string {
  return isStriker(book, actor) ? 'strikes' : 'bumps into'
}

/** `rolling along a lane`, `flying in from the left`: the way of whom the sentence is about. */
function going(teller: Teller, deed: Deed): Phrase {
  const verb = ingForm(verbOf(teller, deed))
  const entry = deed.enters ? proven(`in from the ${deed.enters.args.side}`, deed.enters) : ''
  return say`${verb} ${entry} ${pathOf(teller, deed, 1)}`
}

/** `three of the six bowling pins are knocked over by a red ball, which rolls along a lane`. */
function suffering(teller: Teller, deed: Deed, { fells }: Tale): Phrase {
  const knocks = fells as Claim<'knocks'> // told in no other case
  const whom = shareOf(teller, knocks)
  const done = say`${whom} are ${proven(`${fellingOf(knocks)[1]} by`, knocks)} ${name(teller, deed.actor)}`
  const path = pathOf(teller, deed, 1)
  teller.subject = null
  teller.mover = deed.actor
  return path.text ? say`${done}, which ${verbOf(teller, deed)} ${path}` : done
}

/** What is done to them, and what they suffer. */
function fellingOf({ args: { how, noun } }: Claim<'knocks'>): [does: string, done: string] {
  if (how === 'apart') return ['scatters', 'scattered']
  return BLOCKS.test(noun) ? ['knocks down', 'knocked down'] : ['knocks over', 'knocked over']
}

function consequence(teller: Teller, tale: Tale): Phrase {
  const { cause, row, pile, heap, fells, hits, thrown } = tale
  const brief = teller.detail === 'brief'
  if (row && hits) {
    if (brief) return say`${proven('sets off', hits, row)} ${rowOf(teller, row)}`
    const strikes =
      cause?.moves.args.verb === 'swing'
        ? 'hits'
        : teller.random.pick(['bumps into', 'hits', 'runs into'] as const)
    const crowd = isCounted(teller.book, row)
      ? crowdOf(teller, row.args.actors)
      : rowOf(teller, row)
    return say`${proven(strikes, hits)} ${proven('the first of', row)} ${crowd} ${baseWords(teller, row.args.actors, cause)}`
  }
  if (row && fells) return say`${proven('sets off', fells, row)} ${rowOf(teller, row)}`
  if (pile && fells && (brief || teller.random.unit() < 0.5))
    return say`${proven('knocks down', fells, pile)} ${heapOf(teller, pile)} ${baseWords(teller, pile.args.actors, cause)}`
  if (pile && (hits ?? fells)) {
    const strikes = teller.random.pick(['crashes into', 'slams into'] as const)
    return say`${proven(strikes, hits ?? fells)} ${heapOf(teller, pile)}, which ${proven('collapses', pile)}`
  }
  if (heap && hits) {
    const drives = cause && teller.book.facts.member(cause.actor).class === 'vehicle'
    const strikes = thrown ? 'hits' : teller.random.pick(['hits', 'strikes'] as const)
    const blow = say`${proven(drives ? 'crashes into' : strikes, hits)} ${heapOf(teller, heap)} ${baseWords(teller, heap.args.actors, cause)}`
    return !brief && isNumbered(tale)
      ? say`${blow}, ${proven(`knocking down ${fells?.args.words} of them`, fells)}`
      : blow
  }
  const [verb] = fellingOf(fells as Claim<'knocks'>)
  const share = shareOf(teller, fells as Claim<'knocks'>)
  // Of several of them nobody knows where the others stand.
  const struck = fells && fells.args.words !== 'several' ? fells.args.others : []
  return say`${proven(verb, fells)} ${share} ${baseWords(teller, struck, cause)}`
}

/** What falls down rather than over. */
const BLOCKS = /(?:block|brick|crate|box|can|cube|book|plank)$/

/** What comes of it: the row falls, some stand. */
export function consequenceWords(teller: Teller, tale: Tale, what: Consequence): Phrase {
  switch (what.kind) {
    case 'strikes':
      const before = bounceBefore(teller.book, tale)
      const bounce = before
        ? say`${proven('bounces on', before)} ${name(teller, before.args.other)} and`
        : ''
      return say`${definite(teller, what.cause.actor)} ${bounce} ${consequence(teller, tale)} ${blowTime(teller, tale.hits, 'last')}`
    case 'row falls': {
      const act = toppling(teller, what.row, tale)
      return what.last ? say`${act}, and ${lastOne(teller, what.last)}` : act
    }
    case 'last one':
      return lastOne(teller, what.last)
    case 'together': {
      const { actors, verb, over, claims } = what.go
      const { plural } = teller.book.facts.member(actors[0] as string).noun
      const act = proven(verb, ...claims)
      return say`the ${plural} ${act} across ${name(teller, over.args.other)}`
    }
    case 'ends':
      return what.outcomes
        .map((outcome, i) => ended(teller, outcome, i === 0 ? tale.pile : undefined))
        .reduce((a, b) => say`${a}, and ${b}`)
    case 'stand':
      return standing(what.stand, what.others)
    case 'sink':
      return sinking(teller, what.sunk, what.cause)
  }
}

/** `they topple one after another from left to right`; after ramps, `they` might be these. */
function toppling(teller: Teller, row: Claim<'chain'>, { cause }: Tale): Phrase {
  const verb = teller.random.pick(['topple', 'fall over'] as const)
  const plural =
    cause?.descent && teller.book.facts.member(row.args.actors[0] as string).noun.plural
  const them = plural ? `the ${plural}` : 'them'
  const all = plural ? them : 'they'
  const who = row.args.words === 'all' ? all : `${row.args.words} of ${them}`
  return say`${who} ${proven(`${verb} one after another`, row)} ${directionWords(row)}`
}

/** `several of them leave the frame on the right`. */
function ended(teller: Teller, one: Outcome, pile: Tale['pile']): Phrase {
  // After the tower that collapses, `them` would be heard as towers.
  const [first] = pile?.args.actors ?? []
  const them = first === undefined ? 'them' : `the ${teller.book.facts.member(first).noun.plural}`
  const many = (words: string) => proven(`${one.amount} of ${them} ${words}`, ...one.claims)
  switch (one.end) {
    case 'falls off':
      return say`${many('fall off')} ${name(teller, one.other)}`
    case 'lands':
      return say`${many('drop onto')} ${name(teller, one.other)}`
    case 'leaves':
      return many(`leave the frame ${edgeOf(one.side)}`)
    case 'goes':
      return many(one.direction ? `${one.verb} ${WAYS[one.direction]}` : one.verb)
  }
}

/** `on a wooden board`: what nearly all of those that are struck stand on. */
function baseWords(teller: Teller, actors: readonly string[], cause: Deed | undefined): Phrase {
  const base = baseOf(teller, actors, cause)
  return base
    ? say`${proven('on', ...base.claims)} ${name(teller, base.on)}`
    : { text: '', claims: [] }
}

function lastOne(teller: Teller, last: Claim<'knocks' | 'hits'>): Phrase {
  const [other] = othersOf(last.args) as [string]
  if (last.predicate === 'hits') {
    const act = say`${proven('the last one bumps into', last)} ${name(teller, other)}`
    const goes = eachDeed(teller.book).find(({ actor }) => actor === other)
    const way = goes && directionOf(teller, goes)
    return goes && way?.text ? say`${act}, which ${verbOf(teller, goes)} ${way}` : act
  }
  if (last.args.how === 'over')
    return say`${proven('the last one knocks over', last)} ${name(teller, other)}`
  return say`${proven('the last one knocks', last)} ${name(teller, other)} ${goneFrom(teller, other, last)}`
}

/** Nothing starts it: `dozens of red dominoes topple one after another from left to right`. */
export function falling(teller: Teller, row: Claim<'chain'>): Phrase {
  const whole = row.args.words === 'all'
  const brief = whole && teller.detail === 'brief'
  const who = !whole
    ? say`${proven(`${row.args.words} of the`, row)} ${kindOf(teller, row.args.actors)}`
    : brief
      ? rowOf(teller, row)
      : crowdOf(teller, row.args.actors)
  const verb = brief ? 'topples' : 'topple'
  return say`${who} ${proven(`${verb} one after another`, row)} ${directionWords(row)}`
}

export function collapsing(teller: Teller, pile: Claim<'collapses'>): Phrase {
  return say`${heapOf(teller, pile)} ${proven('collapses', pile)}`
}

/** `two of them stay standing`, `the other two stay standing`. */
function standing(stand: Claim<'tally'>, others: boolean): Phrase {
  const { words, actors } = stand.args
  const verb = actors.length === 1 ? 'stays standing' : 'stay standing'
  const who = others ? `the other ${words}` : `${words} of them`
  return proven(`${who} ${verb}`, stand)
}
