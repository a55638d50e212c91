import type { Claim } from '../claim.ts'
import { grouped } from '../grouped.ts'
import { opening } from './clause.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { gathered } from './crowd.ts'
import { crowdOf, heapOf, kindOf, rowOf, shareOf } from './group.ts'
import { launching, relaying, sinking } from './machines.ts'
import { directionOf, directionWords, eachDeed, goneFrom, pathOf, verbOf } from './motion.ts'
import { proven, say, type Phrase } from './phrase.ts'
import { again, definite, name, type Teller } from './refer.ts'

/** A cause and what it does to many: a ball and a row of dominoes, a tower and what runs into it. */
export interface Tale {
  /** What starts it; without one, it starts by itself. */
  cause?: Deed
  /** What sets the cause itself going: a cue. */
  starter?: Claim<'hits'>
  /** The arm or seesaw that throws the cause, or that throws something at nothing. */
  thrown?: Claim<'throws'>
  /** Who drops on the seesaw. */
  dropper?: Deed
  relay?: Claim<'relays'>
  row?: Claim<'chain'>
  pile?: Claim<'collapses'>
  /** What is struck, when it does not come down as a whole. */
  heap?: Claim<'stacked'>
  /** Those that the cause knocks over, or apart. */
  fells?: Claim<'knocks'>
  hits?: Claim<'hits'>
  /** What the last one of the row sends off an edge, knocks over or bumps into. */
  last?: Claim<'knocks' | 'hits'>
  /** How many stand at the end. */
  stand?: Claim<'tally'>
  /** Of those that roll apart, how many drop into pockets. */
  sunk: Claim<'pockets'>[]
  /** All of whom it tells. */
  actors: Set<string>
}

/** The tale of a clip, when something happens to three or more of one noun, or a machine does its work. */
export function taleOf(book: Book): Tale | undefined {
  const deeds = eachDeed(book)
  const whole = (claim: Claim<'collapses' | 'stacked'>) =>
    book.facts.glimpsed.filter(({ noun }) => noun.en === claim.args.noun).length ===
    claim.args.actors.length
  const [relay] = book.all('relays')
  if (relay)
    return {
      relay,
      sunk: [],
      actors: new Set([...relay.args.actors, ...relay.args.between, ...relay.args.others]),
    }
  const [thrown] = book.all('throws')
  const [row] = book.all('chain')
  const [pile] = row
    ? []
    : book.all('collapses').toSorted((a, b) => Number(whole(b)) - Number(whole(a)))
  const blows = book.all('hits').toSorted((a, b) => a.frames[0] - b.frames[0])
  const [heap] =
    (row ?? pile)
      ? []
      : book
          .all('stacked')
          .filter(whole)
          .filter(({ args: { actors } }) => blows.some(({ args }) => actors.includes(args.other)))
  const about = row ?? pile ?? heap
  const many = [...book.all('knocks', { how: 'over' }), ...book.all('knocks', { how: 'apart' })]
    // One is enough where a blow is handed on.
    .filter(
      ({ args }) =>
        args.others.length > 1 || about || blows.some((one) => one.args.other === args.actor),
    )
    .filter(({ args }) => (about ? args.noun === about.args.noun : true))
    .sort((a, b) => b.args.others.length - a.args.others.length || a.frames[0] - b.frames[0])
  const group = new Set(about?.args.actors ?? many[0]?.args.others ?? [])
  if (group.size === 0 && !thrown) return undefined
  const target = row?.args.actors[0]
  const blow = blows
    .filter(({ args }) => !group.has(args.actor) && group.has(args.other))
    .filter(({ args }) => target === undefined || args.other === target)[0]
  const others = many.filter(({ args }) => !group.has(args.actor))
  const fells = others.find(({ args }) => args.actor === blow?.args.actor) ?? others[0]
  const cause = deeds.find(({ actor }) => actor === (blow ?? fells)?.args.actor)
  if (!cause && !row && !pile && !thrown) return undefined
  const handed = blows.some(({ args }) => args.other === cause?.actor && !group.has(args.actor))
  if (group.size < 2 && !thrown && !handed) return undefined
  const noun = about?.args.noun ?? fells?.args.noun ?? ''
  const starter = blows.find(
    ({ args, frames }) =>
      args.other === cause?.actor && !group.has(args.actor) && frames[0] < (blow?.frames[0] ?? 0),
  )
  const ends = row?.args.actors.slice(-3) ?? []
  const last = [
    ...book.all('knocks', { how: 'off' }),
    ...book.all('knocks', { how: 'over' }).filter(({ args }) => args.others.length === 1),
    ...blows,
  ].find(({ args }) => ends.includes(args.actor) && !othersOf(args).some((id) => group.has(id)))
  const stand = book.one('tally', { noun, state: 'standing' })
  const sunk = [
    ...book.all('pockets', { noun }),
    ...book.all('pockets').filter(({ args }) => args.actors[0] === cause?.actor),
  ]
  const alike = book.facts.glimpsed
    .filter((member) => member.noun.en === noun && member.id !== cause?.actor)
    .map(({ id }) => id)
  const dropper =
    thrown &&
    deeds.find(
      ({ actor, moves }) =>
        actor !== thrown.args.other &&
        moves.frames[0] < thrown.frames[0] &&
        book.one('lands', { actor, other: thrown.args.actor }),
    )
  return {
    ...(cause && { cause }),
    ...(starter && { starter }),
    ...(thrown && { thrown }),
    ...(dropper && { dropper }),
    ...(row && { row }),
    ...(pile && { pile }),
    ...(heap && { heap }),
    ...(fells && cause && { fells }),
    ...(blow && cause && { hits: blow }),
    ...(last && { last }),
    ...(stand && { stand }),
    sunk,
    actors: new Set([
      ...group,
      ...alike,
      ...(cause ? [cause.actor] : []),
      ...(starter ? [starter.args.actor] : []),
      ...(thrown ? [thrown.args.actor, thrown.args.other] : []),
      ...(dropper ? [dropper.actor] : []),
      ...(last ? othersOf(last.args) : []),
    ]),
  }
}

function othersOf(args: { others: string[] } | { other: string }): string[] {
  return 'others' in args ? args.others : [args.other]
}

/** What else goes on. */
export function besides(book: Book, { actors }: Tale): Deed[] {
  const others = eachDeed(book).filter(({ actor }) => !actors.has(actor))
  return gathered(others, book)
}

/** How it begins: `a blue ball rolls down a ramp and bumps into the first of dozens of red dominoes`. */
export function beginning(teller: Teller, tale: Tale): Phrase {
  const { cause, row, pile, relay, thrown, starter } = tale
  if (relay) return relaying(teller, relay)
  if (thrown) return launching(teller, tale, thrown)
  if (!cause) return row ? falling(teller, row) : collapsing(teller, pile as Claim<'collapses'>)
  const { hits: _, falls: _off, ...plain } = cause
  const deed = { ...plain, leads: true }
  if (starter) {
    const first = say`${name(teller, starter.args.actor)} ${proven('strikes', starter)} ${name(teller, cause.actor)}`
    teller.subject = null
    teller.mover = null
    return say`${first}, which ${verbOf(teller, deed)} ${pathOf(teller, deed, 1)} and ${consequence(teller, tale)}`
  }
  const first = opening(teller, deed)
  const effect = consequence(teller, tale)
  teller.subject = cause.actor
  return say`${first} and ${effect}`
}

function consequence(teller: Teller, { row, pile, heap, fells, hits, thrown }: Tale): Phrase {
  const brief = teller.detail === 'brief'
  if (row && hits) {
    if (brief) return say`${proven('sets off', hits, row)} ${rowOf(teller, row)}`
    const strikes = teller.random.pick(['bumps into', 'hits', 'runs into'] as const)
    const counted = teller.book.all('count').some(({ args }) => args.noun === row.args.noun)
    const crowd = counted ? crowdOf(teller, row.args.actors) : rowOf(teller, row)
    return say`${proven(strikes, hits)} ${proven('the first of', row)} ${crowd} ${baseOf(teller, row)}`
  }
  if (row && fells) return say`${proven('sets off', fells, row)} ${rowOf(teller, row)}`
  if (pile && fells && (brief || teller.random.unit() < 0.5))
    return say`${proven('knocks down', fells, pile)} ${heapOf(teller, pile)}`
  if (pile && (hits ?? fells)) {
    const strikes = teller.random.pick(['crashes into', 'slams into'] as const)
    return say`${proven(strikes, hits ?? fells)} ${heapOf(teller, pile)}, which ${proven('collapses', pile)}`
  }
  if (heap && hits)
    return say`${proven(thrown ? 'hits' : teller.random.pick(['hits', 'strikes'] as const), hits)} ${heapOf(teller, heap)}`
  const verb =
    fells?.args.how === 'apart'
      ? 'scatters'
      : BLOCKS.test(fells?.args.noun ?? '')
        ? 'knocks down'
        : 'knocks over'
  return say`${proven(verb, fells)} ${shareOf(teller, fells as Claim<'knocks'>)}`
}

/** What falls down rather than over. */
const BLOCKS = /(?:block|brick|crate|box|can|cube|book|plank)$/

/** What comes of it, a sentence each: the row falls, some stand. */
export function consequences(teller: Teller, tale: Tale): (() => Phrase)[] {
  const { row, pile, heap, last, stand, cause, fells, thrown, sunk } = tale
  const told: (() => Phrase)[] = []
  const many = (make: () => Phrase) => () => {
    const phrase = make()
    teller.subject = null
    teller.mover = null
    return phrase
  }
  if (thrown && cause?.actor === thrown.args.other && (pile ?? heap ?? fells))
    told.push(() => {
      const phrase = say`${definite(teller, cause.actor)} ${consequence(teller, tale)}`
      teller.subject = cause.actor
      teller.mover = cause.actor
      return phrase
    })
  if (row && cause)
    told.push(
      many(() => {
        const verb = teller.random.pick(['topple', 'fall over'] as const)
        const who = row.args.words === 'all' ? 'they' : `${row.args.words} of them`
        const act = say`${who} ${proven(`${verb} one after another`, row)} ${directionWords(row)}`
        return last ? say`${act}, and ${lastOne(teller, last)}` : act
      }),
    )
  else if (row && last) told.push(many(() => lastOne(teller, last)))
  if (heap && fells && cause && fells.args.words !== 'some')
    told.push(
      () =>
        say`${again(teller, cause.actor)} ${proven(`knocks down ${fells.args.words} of them`, fells)}`,
    )
  // When so many of a known number fell, the rest is no news.
  const counted = fells && COUNTED.test(fells.args.words)
  if (stand && !pile && !heap && !counted) told.push(many(() => standing(teller, stand)))
  for (const claim of sunk)
    // `Them` are those that were struck: another may have dropped too.
    if (claim.args.actors.every((id) => id === cause?.actor || fells?.args.others.includes(id)))
      told.push(many(() => sinking(teller, claim, cause)))
  return told
}

const COUNTED = /^(?:all|one|two|three|four|five|six|seven|eight|nine|ten)$/

/** `on a wooden board`: what nearly all of the row stand on. */
function baseOf(teller: Teller, row: Claim<'chain'>): Phrase {
  const { book } = teller
  const on = row.args.actors.flatMap((actor) => book.all('place', { actor, relation: 'on' }))
  const [best] = [...grouped(on, ({ args }) => args.other).entries()].sort(
    (a, b) => b[1].length - a[1].length,
  )
  if (!best || best[1].length < 0.8 * row.args.actors.length) return { text: '', claims: [] }
  return say`${proven('on', ...best[1])} ${name(teller, best[0])}`
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
function falling(teller: Teller, row: Claim<'chain'>): Phrase {
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

function collapsing(teller: Teller, pile: Claim<'collapses'>): Phrase {
  return say`${heapOf(teller, pile)} ${proven('collapses', pile)}`
}

/** `two of them stay standing`. */
function standing(teller: Teller, stand: Claim<'tally'>): Phrase {
  const { words, actors } = stand.args
  const verb = actors.length === 1 ? 'stays standing' : 'stay standing'
  teller.subject = null
  return proven(`${words} of them ${verb}`, stand)
}

/** A line each for the timeline. */
export function momentsOf(
  teller: () => Teller,
  tale: Tale,
): { frames: [number, number]; phrase: Phrase }[] {
  const { cause, row, pile, last, thrown, relay } = tale
  const start = cause && !thrown ? cause.moves : (thrown ?? relay ?? row ?? pile)
  const found = [
    {
      frames: start?.frames ?? ([0, 1] as [number, number]),
      phrase: beginning({ ...teller(), detail: 'brief' }, tale),
    },
  ]
  if (row && cause)
    found.push({ frames: row.frames, phrase: falling({ ...teller(), detail: 'normal' }, row) })
  if (pile && cause) found.push({ frames: pile.frames, phrase: collapsing(teller(), pile) })
  if (last && last.predicate === 'knocks' && last.args.how === 'off') {
    const speak = teller()
    const [other] = last.args.others
    const phrase = say`${name(speak, last.args.actor)} ${proven('knocks', last)} ${name(speak, other as string)} ${goneFrom(speak, other as string, last)}`
    found.push({ frames: last.frames, phrase })
  }
  return found
}
